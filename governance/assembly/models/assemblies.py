"""The meeting of all members: its life, its agenda and its minutes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.languages import TranslatedTextField
from cms.storage import private_files
from governance.assembly.rules.words import Kind, State
from governance.statutes.rules import StatuteBook
from members.organisations.models import Contact, Organisation

if TYPE_CHECKING:
    from members.accounts.models import User

KIND_LABELS = [(Kind.ORDINARY.value, _("Ordinary")), (Kind.EXTRAORDINARY.value, _("Extraordinary"))]
STATE_LABELS = [
    (State.DRAFT.value, _("Draft")),
    (State.CONVENED.value, _("Convened")),
    (State.FROZEN.value, _("Roll frozen")),
    (State.OPEN.value, _("Open")),
    (State.CLOSED.value, _("Closed")),
    (State.MINUTED.value, _("Minuted")),
    (State.FINAL.value, _("Final")),
]


class Assemblies(models.QuerySet["Assembly"]):
    def visible_to(self, user: User | AnonymousUser, *, on: date) -> Assemblies:
        """Convened ones, for who acts for a member or observer that day; all for the secretariat; none for others.

        The same in Python, for one of them: `permissions.may_see`.
        """
        if user.is_staff:
            return self
        if not user.is_authenticated:
            return self.none()
        members = Organisation.objects.members_on(on)
        acting = Contact.objects.of(user).on(on).filter(organisation__in=members)
        return self.exclude(state=State.DRAFT).filter(models.Exists(acting))


class Assembly(models.Model):
    """`statutes` is the frozen copy of the rules that hold in this meeting, made when it was convened."""

    key = models.CharField(_("key"), max_length=10, unique=True, default=new_key, editable=False)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    title = TranslatedTextField(verbose_name=_("title"))
    kind = models.CharField(_("kind"), max_length=15, choices=KIND_LABELS, default=Kind.ORDINARY)
    place = TranslatedTextField(verbose_name=_("place"), blank=True)
    chair = models.CharField(_("chair"), max_length=200, blank=True)
    opens_at = models.DateTimeField(_("opens at"))
    closes_at = models.DateTimeField(_("closes at"))
    record_on = models.DateField(_("record date"))
    statutes: models.JSONField[Any, dict[str, Any]] = models.JSONField(_("statutes"), default=dict, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=STATE_LABELS, default=State.DRAFT, editable=False)
    convened_at = models.DateTimeField(_("convened at"), null=True, blank=True, editable=False)
    electorate = models.OneToOneField(
        "voting.Electorate", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="assembly"
    )
    series = models.OneToOneField(
        "voting.Series", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="assembly"
    )

    objects = Assemblies.as_manager()

    class Meta:
        verbose_name = _("assembly")
        verbose_name_plural = _("assemblies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="an_assembly_closes_after_it_opens"),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT) | Q(convened_at__isnull=False),
                name="an_assembly_past_its_draft_says_when_it_was_convened",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.CONVENED]) | Q(electorate__isnull=False),
                name="a_frozen_roll_has_an_electorate",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def book(self) -> StatuteBook:
        return StatuteBook.from_json(self.statutes)

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_over(self) -> bool:
        return self.state in (State.CLOSED, State.MINUTED, State.FINAL)

    @property
    def is_minuted(self) -> bool:
        return self.state in (State.MINUTED, State.FINAL)

    @property
    def has_roll(self) -> bool:
        return self.electorate_id is not None


class Notice(models.Model):
    """The convocation as it went to one organisation."""

    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="notices")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="notices")
    sent_at = models.DateTimeField(_("sent at"))
    delivered_at = models.DateTimeField(_("delivered at"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)

    objects: ClassVar[models.Manager[Notice]] = models.Manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["assembly", "organisation"], name="one_notice_per_organisation_and_assembly"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.assembly}"


class AgendaItem(models.Model):
    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="agenda")
    number = models.PositiveSmallIntegerField(_("number"))
    title = TranslatedTextField(verbose_name=_("title"))

    objects: ClassVar[models.Manager[AgendaItem]] = models.Manager()

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assembly", "number"], name="one_agenda_item_per_number_and_assembly")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Paper(models.Model):
    """What members read before they decide."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="papers")
    number = models.PositiveSmallIntegerField(_("number"))
    title = TranslatedTextField(verbose_name=_("title"))
    file = models.FileField(_("file"), upload_to="assembly", storage=private_files, blank=True)

    objects: ClassVar[models.Manager[Paper]] = models.Manager()

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["item", "number"], name="one_paper_per_number_and_item")
        ]

    def __str__(self) -> str:
        return f"{self.item.number}.{self.number} {self.title}"


class QuorumReading(models.Model):
    """Who took part at a moment, in units. `base` is what the share was taken of."""

    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="quorum_readings")
    at = models.DateTimeField(_("at"))
    present = models.PositiveIntegerField(_("present"))
    represented = models.PositiveIntegerField(_("represented"))
    base = models.PositiveIntegerField(_("entitled"))
    met = models.BooleanField(_("met"))

    objects: ClassVar[models.Manager[QuorumReading]] = models.Manager()

    class Meta:
        verbose_name = _("quorum reading")
        verbose_name_plural = _("quorum readings")

    def __str__(self) -> str:
        return f"{self.present} + {self.represented} / {self.base}"


class Minutes(models.Model):
    assembly = models.OneToOneField(Assembly, on_delete=models.PROTECT, related_name="minutes")
    text = TranslatedTextField(verbose_name=_("text"))
    drafted_at = models.DateTimeField(_("drafted at"))
    adopted_at = models.DateTimeField(_("adopted at"), null=True, blank=True)

    objects: ClassVar[models.Manager[Minutes]] = models.Manager()

    class Meta:
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")

    def __str__(self) -> str:
        return str(self.assembly)
