"""What is voted on, what was answered, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.languages import TranslatedTextField
from governance.ledger.models import Entry
from governance.voting.models.electorates import Electorate, Mandate, Slot
from governance.voting.rules.words import REACHED, Kind, Secrecy, Stance, State

if TYPE_CHECKING:
    from members.accounts.models import User

KIND_LABELS = [
    (Kind.MOTION, _("Motion")),
    (Kind.APPROVAL, _("Election by approval")),
    (Kind.STV, _("Election by ranking")),
]
SECRECY_LABELS = [(Secrecy.RECORDED, _("Recorded")), (Secrecy.SECRET, _("Secret"))]
STATE_LABELS = [
    (State.DRAFT, _("Not open yet")),
    (State.OPEN, _("Open")),
    (State.CLOSED, _("Closed")),
    (State.OPENING, _("Being opened")),
    (State.COUNTED, _("Counted")),
    (State.SIGNED, _("Signed by the tellers")),
    (State.FINAL, _("Final")),
    (State.WITHDRAWN, _("Withdrawn")),
]
STANCE_LABELS = [
    (Stance.IN_FAVOUR, _("In favour")),
    (Stance.AGAINST, _("Against")),
    (Stance.ABSTENTION, _("Abstention")),
    (Stance.CANDIDATE, _("Candidate")),
]


class Ballots(models.QuerySet["Ballot"]):
    def open(self) -> Ballots:
        return self.filter(state=State.OPEN)

    def visible_to(self, user: User | AnonymousUser, *, on: date) -> Ballots:
        """Those that were opened, for whoever has part in their electorate on that day; all for the secretariat.

        `permissions.may_see` says the same of one ballot.
        """
        if not (user.is_authenticated and user.is_active):
            return self.none()
        if user.is_staff:
            return self
        own = Mandate.objects.concerning(user, on=on).values("electorate")
        return self.filter(opened_at__isnull=False, electorate__in=own)


class Ballot(models.Model):
    """One question put to the vote. `rule` is frozen: what the statutes said when it was made."""

    key = models.CharField(_("key"), max_length=10, unique=True, default=new_key, editable=False)
    electorate = models.ForeignKey(Electorate, on_delete=models.PROTECT, related_name="ballots")
    slot = models.OneToOneField(Slot, on_delete=models.PROTECT, null=True, blank=True, related_name="ballot")
    question = TranslatedTextField(verbose_name=_("question"))
    text = TranslatedTextField(verbose_name=_("text"), blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=KIND_LABELS)
    secrecy = models.CharField(_("secrecy"), max_length=10, choices=SECRECY_LABELS, default=Secrecy.RECORDED)
    seats = models.PositiveSmallIntegerField(_("seats"), default=1)
    rule: models.JSONField[Any, dict[str, Any]] = models.JSONField(_("rule"), default=dict)
    readable_from = models.CharField(
        _("result readable from"), max_length=10, choices=STATE_LABELS, default=State.COUNTED
    )
    state = models.CharField(_("state"), max_length=10, choices=STATE_LABELS, default=State.DRAFT)
    present = models.PositiveIntegerField(_("units present or represented when it opened"), null=True, blank=True)
    represented = models.PositiveIntegerField(_("units represented by proxy when it opened"), default=0)
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    objects = Ballots.as_manager()

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(seats__gte=1), name="a_ballot_fills_a_seat_or_answers_a_question"),
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.WITHDRAWN]) | Q(opened_at__isnull=False),
                name="a_ballot_past_its_draft_says_when_it_opened",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.OPEN, State.WITHDRAWN]) | Q(closed_at__isnull=False),
                name="a_closed_ballot_says_when_it_closed",
            ),
            models.CheckConstraint(
                condition=Q(secrecy=Secrecy.SECRET) | Q(slot__isnull=True),
                name="only_a_secret_ballot_has_a_slot",
            ),
            models.CheckConstraint(
                condition=Q(readable_from__in=[State.CLOSED, State.COUNTED, State.SIGNED, State.FINAL]),
                name="nothing_of_a_result_is_readable_before_the_close",
            ),
        ]

    def __str__(self) -> str:
        return str(self.question)

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_over(self) -> bool:
        return self.state not in (State.DRAFT, State.OPEN)

    @property
    def is_secret(self) -> bool:
        return self.secrecy == Secrecy.SECRET


class Option(models.Model):
    """One possible answer. *Numbered from 1 without gaps* (trigger, migration 0002)."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="options")
    number = models.PositiveSmallIntegerField(_("number"))
    label = TranslatedTextField(verbose_name=_("label"))
    stance = models.CharField(_("stands for"), max_length=12, choices=STANCE_LABELS, default=Stance.CANDIDATE)

    objects: ClassVar[models.Manager[Option]] = models.Manager()

    class Meta:
        verbose_name = _("option")
        verbose_name_plural = _("options")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ballot", "number"], name="one_option_per_number_and_ballot"),
            models.CheckConstraint(condition=Q(number__gte=1), name="options_are_numbered_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.label}"


class Instruction(models.Model):
    """How the giver of a proxy told its holder to vote on this ballot."""

    ballot = models.ForeignKey(Ballot, on_delete=models.PROTECT, related_name="instructions")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="instructions")
    choice: models.JSONField[Any, list[list[int]]] = models.JSONField(_("choice"))

    objects: ClassVar[models.Manager[Instruction]] = models.Manager()

    class Meta:
        verbose_name = _("instruction")
        verbose_name_plural = _("instructions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ballot", "mandate"], name="one_instruction_per_ballot_and_mandate"),
        ]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.choice}"


class RecordedVotes(models.QuerySet["RecordedVote"]):
    def current(self) -> RecordedVotes:
        return self.filter(is_current=True)


class RecordedVote(models.Model):
    """What one mandate answered.

    `choice` is groups by preference: [[2]] one option, [[1, 3]] approvals, [[3], [1]] a ranking, [] a blank.
    """

    ballot = models.ForeignKey(Ballot, on_delete=models.PROTECT, related_name="votes")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="votes")
    choice: models.JSONField[Any, list[list[int]]] = models.JSONField(_("choice"))
    version = models.PositiveSmallIntegerField(_("version"))
    is_current = models.BooleanField(_("current"), default=True)
    cast_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    cast_at = models.DateTimeField(_("cast at"))
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="+")

    objects = RecordedVotes.as_manager()

    class Meta:
        verbose_name = _("recorded vote")
        verbose_name_plural = _("recorded votes")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["ballot", "mandate"],
                condition=Q(is_current=True),
                name="one_current_vote_per_ballot_and_mandate",
            ),
            models.UniqueConstraint(fields=["ballot", "mandate", "version"], name="versions_of_a_vote_are_numbered"),
        ]

    def __str__(self) -> str:
        return f"{self.mandate} {self.version}"


class Results(models.QuerySet["Result"]):
    def readable(self) -> Results:
        """Those whose ballot has reached the state that its rule names."""
        allowed = Q(pk__in=[])
        for since, states in REACHED.items():
            allowed |= Q(ballot__readable_from=since, ballot__state__in=states)
        return self.filter(allowed)


class Result(models.Model):
    """What came of a ballot. *Written once* (trigger, migration 0002)."""

    ballot = models.OneToOneField(Ballot, on_delete=models.PROTECT, related_name="result")
    figures: models.JSONField[Any, dict[str, Any]] = models.JSONField(_("figures"))
    arithmetic: models.JSONField[Any, list[dict[str, Any]]] = models.JSONField(_("arithmetic"))
    articles: models.JSONField[Any, list[str]] = models.JSONField(_("articles"))
    stages: models.JSONField[Any, list[dict[str, Any]]] = models.JSONField(_("stages"), default=list)
    counted_at = models.DateTimeField(_("counted at"))
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="+")

    objects = Results.as_manager()

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")

    def __str__(self) -> str:
        return str(self.ballot)
