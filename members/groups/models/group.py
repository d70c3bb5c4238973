from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.languages import TranslatedText, TranslatedTextField
from members.groups.models import labels
from members.groups.models.reading import Person, holds, read_by, seen_by
from members.groups.rules import (
    Joining,
    Participation,
    Policies,
    RequestState,
    Role,
    Visibility,
)


class Groups(models.QuerySet["Group"]):
    def visible_to(self, person: Person, *, on: date) -> Self:
        """Those that a person may know of; what is in them is `readable_by`."""
        return self.filter(seen_by(person, on=on))

    def readable_by(self, person: Person, *, on: date) -> Self:
        return self.filter(read_by(person, on=on))

    def of(self, person: Person, *, on: date) -> Self:
        """Those that a person belongs to on that day, in whichever role."""
        return self.filter(pk__in=GroupMembership.objects.on(on).filter(person_id=person.pk).values("group"))


class Group(models.Model):
    """A working group: a space with co-chairs, members and policies."""

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    name = TranslatedTextField(_("name"))
    purpose = TranslatedTextField(_("purpose"), blank=True, default=TranslatedText)
    visibility = models.CharField(
        _("who sees it"),
        max_length=10,
        choices=labels.choices(labels.VISIBILITY),
        default=Visibility.LISTED.value,
    )
    joining = models.CharField(
        _("how to join"),
        max_length=10,
        choices=labels.choices(labels.JOINING),
        default=Joining.OPEN.value,
    )
    participation = models.CharField(
        _("who writes"),
        max_length=10,
        choices=labels.choices(labels.PARTICIPATION),
        default=Participation.EVERYBODY.value,
    )
    closed_on = models.DateField(_("closed"), null=True, blank=True)

    objects = Groups.as_manager()

    class Meta:
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")

    def __str__(self) -> str:
        return str(self.name)

    @property
    def policies(self) -> Policies:
        return Policies(
            visibility=Visibility(self.visibility),
            joining=Joining(self.joining),
            participation=Participation(self.participation),
        )


class GroupMemberships(models.QuerySet["GroupMembership"]):
    def on(self, day: date) -> Self:
        return self.filter(holds(day))

    def co_chairs(self) -> Self:
        return self.filter(role=Role.CO_CHAIR.value)


class GroupMembership(models.Model):
    """A person's dated role in a group. Ended, never deleted; a co-chair's term is its dates."""

    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, verbose_name=_("working group"), related_name="memberships"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        verbose_name=_("person"),
        related_name="group_memberships",
    )
    role = models.CharField(
        _("role"),
        max_length=10,
        choices=labels.choices(labels.ROLE),
        default=Role.MEMBER.value,
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = GroupMemberships.as_manager()

    class Meta:
        verbose_name = _("membership of a group")
        verbose_name_plural = _("memberships of groups")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["group", "person"],
                condition=Q(until_on__isnull=True),
                name="one_open_membership_per_person_and_group",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="a_group_membership_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"


class JoinRequest(models.Model):
    """A person asks the co-chairs to be let in."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="join_requests")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="join_requests")
    why = models.TextField(_("why you want to join"), max_length=2000, blank=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=labels.choices(labels.REQUEST_STATE),
        default=RequestState.OPEN.value,
    )
    asked_at = models.DateTimeField(_("asked"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="join_requests_answered",
    )

    class Meta:
        verbose_name = _("request to join")
        verbose_name_plural = _("requests to join")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["group", "person"],
                condition=Q(state=RequestState.OPEN.value),
                name="one_open_request_per_person_and_group",
            ),
            models.CheckConstraint(
                condition=Q(state=RequestState.OPEN.value, answered_at__isnull=True)
                | (~Q(state=RequestState.OPEN.value) & Q(answered_at__isnull=False)),
                name="an_answered_request_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.group}"
