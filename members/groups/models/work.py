from datetime import date, datetime
from typing import ClassVar, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.languages import TranslatedText, TranslatedTextField
from members.groups.models import labels
from members.groups.models.group import Group
from members.groups.models.reading import Person, read_by
from members.groups.rules import Frequency


def new_uid() -> str:
    """What calendars know a meeting by, for ever (RFC 7986, 5.3: it tells nothing about the machine)."""
    return str(uuid4())


class GroupMeetings(models.QuerySet["GroupMeeting"]):
    def visible_to(self, person: Person, *, on: date) -> Self:
        return self.filter(read_by(person, on=on, group="group"))

    def to_come(self, *, now: datetime) -> Self:
        return self.filter(ends_at__gt=now, cancelled_at__isnull=True).order_by("starts_at")


class GroupMeeting(models.Model):
    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, verbose_name=_("working group"), related_name="meetings")
    title = TranslatedTextField(_("title"))
    agenda = TranslatedTextField(_("agenda"), blank=True, default=TranslatedText)
    place = TranslatedTextField(_("place"), blank=True, default=TranslatedText)
    link = models.URLField(_("address on line"), blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    uid = models.CharField(max_length=36, unique=True, default=new_uid, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)

    objects = GroupMeetings.as_manager()

    class Meta:
        verbose_name = _("meeting of a group")
        verbose_name_plural = _("meetings of groups")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="a_meeting_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)


class Attendance(models.Model):
    """Who was there; by name, since minutes outlive memberships."""

    meeting = models.ForeignKey(GroupMeeting, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attendances")

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="one_attendance_per_person_and_meeting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.meeting}"


class Tasks(models.QuerySet["Task"]):
    def visible_to(self, person: Person, *, on: date) -> Self:
        return self.filter(read_by(person, on=on, group="group"))

    def undone(self) -> Self:
        return self.filter(done_at__isnull=True)

    def by_urgency(self) -> Self:
        return self.order_by(F("done_at").desc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk")


class Task(models.Model):
    """Something that somebody in a group will do."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="tasks")
    what = models.CharField(_("what"), max_length=300)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="group_tasks",
    )
    due_on = models.DateField(_("by"), null=True, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    objects = Tasks.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")

    def __str__(self) -> str:
        return self.what


class Subscription(models.Model):
    """How often a person wants mail from a group; nobody without a row: once a day."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="group_subscriptions",
    )
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="subscriptions")
    frequency = models.CharField(
        _("how often"),
        max_length=12,
        choices=labels.choices(labels.FREQUENCY),
        default=Frequency.DAILY.value,
    )

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "group"], name="one_subscription_per_person_and_group"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.group}"


class DigestRun(models.Model):
    """That a person's digest of a day was made, so that running the sender again makes no second one."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest_runs")
    period_on = models.DateField(_("day"))
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("digest")
        verbose_name_plural = _("digests")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "period_on"], name="one_digest_per_person_and_period"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.period_on}"
