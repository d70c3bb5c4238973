"""The register: its entries, their figures, and the bodies that write in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from governance.decisions.models import Body, Decision, FollowUp, Office
from governance.decisions.models.decision import Decisions
from governance.decisions.models.labels import REASONS
from governance.decisions.permissions import may_run
from governance.decisions.rules import FollowUpState, Fulfilment, Mark, Outcome, Show, State, mark, median_days
from members.accounts.models import User

PRESSING = (FollowUpState.IN_HAND, FollowUpState.DONE, FollowUpState.DROPPED)


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
    return [line(decision, on=on) for decision in with_follow_ups(shown).numbered()]


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
    """`follow_ups` and `body` are prefetched; the follow-up that presses most speaks for all."""
    follow_up = min(decision.follow_ups.all(), key=_pressing, default=None)
    carrying_out = follow_up.fulfilment(on) if follow_up else None
    state = State(decision.state)
    return Line(
        decision=decision,
        follow_up=follow_up,
        carrying_out=carrying_out,
        mark=mark(state, carrying_out),
        result=decision.result,
    )


def _pressing(follow_up: FollowUp) -> tuple[int, date, int]:
    return PRESSING.index(FollowUpState(follow_up.state)), follow_up.due_on or date.max, follow_up.pk


def bodies_of(user: User, *, on: date) -> list[Body]:
    """Those that the person sits in, in the order of their addresses."""
    return list(Body.objects.filter(offices__in=Office.objects.of(user).on(on)).distinct().order_by("slug"))


def body_to_propose_in(slug: str, *, user: User, on: date) -> Body | None:
    """The body, for whoever may propose to it; None for anybody else."""
    body = Body.objects.filter(slug=slug).first()
    return body if body and may_run(user, body, on=on) else None


def with_follow_ups(decisions: Decisions) -> Decisions:
    """With what a line needs."""
    follow_ups = FollowUp.objects.select_related("owner").order_by("pk")
    return decisions.select_related("body", "proposed_by").prefetch_related(Prefetch("follow_ups", queryset=follow_ups))
