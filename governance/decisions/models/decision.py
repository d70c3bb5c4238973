from datetime import date
from functools import reduce
from operator import or_
from typing import ClassVar, Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.languages import LANGUAGES, TranslatedText, TranslatedTextField
from governance.decisions.models.body import Body, Office
from governance.decisions.models.labels import PROCEDURES, STATES, SUBJECTS
from governance.decisions.rules import (
    SHOWN_IN_SILENCE,
    TAKEN,
    CommitteeRule,
    FollowUpState,
    Outcome,
    Procedure,
    State,
    Subject,
)
from members.accounts.models import User
from members.organisations.models import Contact, Organisation


class Decisions(models.QuerySet["Decision"]):
    def visible_to(self, user: User | AnonymousUser, *, on: date) -> Self:
        """`permissions.may_see` for a list: the same rule in SQL."""
        if not isinstance(user, User) or not user.is_active:
            return self.none()
        if user.is_staff:
            return self
        sits = Q(body__in=Office.objects.of(user).on(on).values("body"))
        member = Organisation.objects.members_on(on).filter(contacts__in=Contact.objects.of(user).on(on))
        asked_by_silence = Q(procedure=Procedure.SILENCE, state__in=SHOWN_IN_SILENCE, opened_at__isnull=False)
        return self.filter(sits | Q(Exists(member)) & (Q(state__in=TAKEN) | asked_by_silence))

    def in_year(self, year: int) -> Self:
        return self.filter(year=year)

    def open(self) -> Self:
        return self.filter(state=State.OPEN)

    def taken(self) -> Self:
        return self.filter(state__in=TAKEN)

    def saying(self, words: str) -> Self:
        """Those whose title or text has every one of the words, in any language."""
        columns = [f"{column}__{code}__icontains" for column in ("title", "text") for code in LANGUAGES]
        found = self
        for word in words.split():
            found = found.filter(reduce(or_, (Q((column, word)) for column in columns)))
        return found

    def late(self, on: date) -> Self:
        return self.taken().filter(follow_ups__state=FollowUpState.IN_HAND, follow_ups__due_on__lt=on).distinct()

    def done(self) -> Self:
        return self.taken().exclude(follow_ups__state=FollowUpState.IN_HAND)

    def numbered(self) -> Self:
        """The newest number first; drafts, which have none, before all."""
        return self.order_by(models.F("year").desc(nulls_first=True), models.F("number").desc(nulls_first=True), "-pk")


class Decision(models.Model):
    """An entry of the register. It gets its number when it opens, so that people can speak of it."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, verbose_name=_("deciding body"), related_name="decisions")
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    title = TranslatedTextField(_("title"))
    text = TranslatedTextField(_("what is decided"), blank=True, default=TranslatedText)
    subject = models.CharField(_("touches"), max_length=20, choices=SUBJECTS, default=Subject.OTHER.value)
    procedure = models.CharField(_("procedure"), max_length=20, choices=PROCEDURES)
    state = models.CharField(_("state"), max_length=20, choices=STATES, default=State.DRAFT.value)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="proposed")
    proposed_at = models.DateTimeField(_("proposed"))
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    deadline_at = models.DateTimeField(_("deadline"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True, editable=False)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    ratified_on = models.DateField(_("ratified"), null=True, blank=True)
    rule = models.JSONField(_("rule"), default=dict, editable=False)
    outcome = models.JSONField(_("outcome"), default=dict, editable=False)

    objects = Decisions.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["body", "year", "number"], name="number_is_unique_per_body_and_year"),
            models.CheckConstraint(
                # A comparison with null is unknown, and a check lets what is unknown pass: so null is asked for.
                condition=Q(state__in=(State.DRAFT.value, State.WITHDRAWN.value))
                | Q(number__isnull=False, year__isnull=False),
                name="an_opened_decision_has_a_number",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.OPEN.value)
                | Q(procedure=Procedure.MEETING.value)
                | Q(deadline_at__isnull=False),
                name="an_open_question_has_a_deadline",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(State.DRAFT.value, State.OPEN.value)) | Q(settled_at__isnull=False),
                name="what_is_settled_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.RATIFIED.value) | Q(ratified_on__isnull=False),
                name="what_is_ratified_says_when",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "deadline_at"], name="decisions_due")]

    def __str__(self) -> str:
        return f"{self.register_number} {self.title}".strip()

    @property
    def register_number(self) -> str:
        """`2026/31`; nothing while it is a draft."""
        return f"{self.year}/{self.number}" if self.number else ""

    @property
    def carried_out_by(self) -> str:
        """The owners of its follow-ups; these are prefetched."""
        return ", ".join(str(one.owner) for one in self.follow_ups.all())

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.body.time_zone)

    @property
    def frozen_rule(self) -> CommitteeRule:
        return CommitteeRule.from_json(self.rule)

    @property
    def result(self) -> Outcome | None:
        return Outcome.from_json(self.outcome) if self.outcome else None

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_taken(self) -> bool:
        return self.state in TAKEN
