"""Questions about decisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, Q

from governance.decisions.models import Answer, Body, Decision, FollowUp, Office, Recusal
from governance.decisions.models.body import Offices
from governance.decisions.models.decision import Decisions
from governance.decisions.models.labels import REASONS
from governance.decisions.rules import (
    FollowUpState,
    Fulfilment,
    Mark,
    Outcome,
    Procedure,
    Show,
    State,
    mark,
    median_days,
)
from members.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Line:
    """One entry of the register, as on `on`."""

    decision: Decision
    follow_up: FollowUp | None
    carrying_out: Fulfilment | None
    mark: Mark
    result: Outcome | None

    @property
    def why(self) -> str:
        return str(REASONS[self.result.reason]) if self.result else ""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The register of a year in numbers; `median` is days from proposal to decision, None without any."""

    decisions: int
    median: int | None
    in_time: int
    due: int
    late: int


def register(user: User, *, on: date, year: int | None, show: Show = Show.ALL, words: str = "") -> list[Line]:
    """The entries of a year that this person may see, the newest number first; `year` None: of all years."""
    found = Decision.objects.visible_to(user, on=on).saying(words)
    narrowed = found.in_year(year) if year is not None else found
    shown = {
        Show.ALL: narrowed.exclude(state=State.DRAFT),
        Show.OPEN: narrowed.open(),
        Show.LATE: narrowed.late(on),
        Show.DONE: narrowed.done(),
    }[show]
    return [line(decision, on=on) for decision in _with_follow_ups(shown).numbered()]


def drafts(user: User, *, on: date) -> list[Decision]:
    """Drafts of the bodies that the person sits in, and all for the secretariat."""
    return list(Decision.objects.visible_to(user, on=on).filter(state=State.DRAFT).order_by("-proposed_at"))


def years(user: User, *, on: date) -> list[int]:
    """Those with an entry that this person may see, the latest first."""
    found = Decision.objects.visible_to(user, on=on).filter(year__isnull=False).values_list("year", flat=True)
    return sorted({year for year in found.distinct() if year}, reverse=True)


def figures(lines: Sequence[Line], *, on: date) -> Figures:
    """Of all the lines of a year. Due are the follow-ups whose day has come, and those that are done."""
    done = [one for one in lines if one.carrying_out and one.carrying_out.state == FollowUpState.DONE]
    late = [one for one in lines if one.mark == Mark.LATE]
    in_time = [one for one in done if one.carrying_out and not one.carrying_out.days_late]
    taken = [one.decision for one in lines if one.decision.is_taken]
    spans = [(one.proposed_at.date(), one.settled_at.date()) for one in taken if one.settled_at]
    return Figures(
        decisions=len(lines),
        median=median_days(spans),
        in_time=len(in_time),
        due=len(done) + len(late),
        late=len(late),
    )


def line(decision: Decision, *, on: date) -> Line:
    """`follow_ups` and `body` are prefetched."""
    follow_up = next(iter(decision.follow_ups.all()), None)
    carrying_out = follow_up.fulfilment(on) if follow_up else None
    state = State(decision.state)
    return Line(
        decision=decision,
        follow_up=follow_up,
        carrying_out=carrying_out,
        mark=mark(state, carrying_out),
        result=decision.result,
    )


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Everything about one decision that its page shows; `answers` are for the body and the secretariat only."""

    line: Line
    seats: int
    recusals: list[Recusal]
    answers: list[Answer]
    readings: int
    own: Answer | None
    sits: bool
    is_recused: bool
    has_read: bool

    @property
    def may_answer(self) -> bool:
        asked = self.line.decision.is_open and self.line.decision.procedure != Procedure.MEETING
        return asked and self.sits and not self.is_recused

    @property
    def base(self) -> int:
        return self.seats - len(self.recusals)


def dossier(key: str, *, user: User, on: date) -> Dossier | None:
    """None when this person may not see it."""
    decision = _with_follow_ups(Decision.objects.visible_to(user, on=on)).filter(key=key).first()
    if decision is None:
        return None
    offices = {office.user_id for office in Office.objects.on(on).filter(body=decision.body_id)}
    recusals = list(decision.recusals.select_related("member", "interest").order_by("recused_at"))
    answers = list(decision.answers.current().select_related("member").order_by("answered_at"))
    readers = set(decision.readings.values_list("reader", flat=True))
    sits = user.pk in offices
    return Dossier(
        line=line(decision, on=on),
        seats=len(offices),
        recusals=recusals,
        answers=answers if sits or user.is_staff else [],
        readings=len(readers & offices),
        own=next((answer for answer in answers if answer.member_id == user.pk), None),
        sits=sits,
        is_recused=any(recusal.member_id == user.pk for recusal in recusals),
        has_read=user.pk in readers,
    )


@dataclass(frozen=True, kw_only=True)
class Awaited:
    """Something that an open decision wants of a person: an answer, or that they read it."""

    decision: Decision
    answer: bool


def decisions_awaiting(user: User, *, now: datetime) -> list[Awaited]:
    """Open questions: to answer for who sits in the body, to read for other members; the nearest deadline first."""
    on = now.date()
    seats = set(Office.objects.of(user).on(on).values_list("body", flat=True))
    running = Decision.objects.visible_to(user, on=on).open().filter(deadline_at__gt=now)
    mine = Q(recusals__member=user) | Q(readings__reader=user) | Q(answers__member=user, answers__is_current=True)
    waiting = running.exclude(pk__in=Decision.objects.filter(mine).values("pk")).select_related("body")
    return [
        Awaited(decision=one, answer=one.body_id in seats)
        for one in waiting.order_by("deadline_at", "pk")
        if one.body_id in seats or not user.is_staff
    ]


def bodies_of(user: User, *, on: date) -> list[Body]:
    """Those that the person sits in, in the order of their addresses."""
    return list(Body.objects.filter(offices__in=Office.objects.of(user).on(on)).distinct().order_by("slug"))


def body_to_propose_in(slug: str, *, user: User, on: date) -> Body | None:
    """The body, for who sits in it and for the secretariat; None for anybody else."""
    bodies = Body.objects.filter(slug=slug)
    if not user.is_staff:
        bodies = bodies.filter(offices__in=Office.objects.of(user).on(on))
    return bodies.first()


def seats(body: Body, *, on: date) -> Offices:
    """Who sits in it on that day, by name."""
    return body.offices.on(on).select_related("user").order_by("user__name")


def due_to_settle(now: datetime) -> list[Decision]:
    """Open decisions whose deadline has passed, the oldest first."""
    return list(Decision.objects.open().filter(deadline_at__lte=now).order_by("deadline_at"))


def _with_follow_ups(decisions: Decisions) -> Decisions:
    follow_ups = FollowUp.objects.select_related("owner").order_by("pk")
    return decisions.select_related("body", "proposed_by").prefetch_related(Prefetch("follow_ups", queryset=follow_ups))
