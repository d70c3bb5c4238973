"""What the site counts of its own life. Each answers for a day that is over, or None when there is nothing to count."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction

from django.db.models import F

from cms.models import CaseStudyPage
from governance.assembly.models import QuorumReading
from governance.decisions.models import Decision, FollowUp
from governance.decisions.rules import FollowUpState, median_days
from governance.plan.rules import Computation, percent
from members.delivery.models import Dispatch
from members.delivery.rules import DispatchState, Stream
from members.groups.models import Group, GroupMeeting, Post
from members.organisations.models import Invoice, Organisation

A_YEAR, A_QUARTER = timedelta(days=365), timedelta(days=91)


def computed(computation: Computation, *, on: date) -> Fraction | None:
    return ANSWERS[computation](on)


def _span(on: date, *, length: timedelta) -> tuple[datetime, datetime]:
    """From so long ago until the end of that day, in UTC."""
    until = datetime.combine(on + timedelta(days=1), time(0), tzinfo=UTC)
    return until - length, until


def participation(on: date) -> Fraction | None:
    """Of a hundred votes entitled, those present or represented at the last reading of an assembly's quorum."""
    _began, until = _span(on, length=A_YEAR)
    reading = QuorumReading.objects.filter(at__lt=until).order_by("-at", "-pk").first()
    return percent(reading.present + reading.represented, reading.base) if reading else None


def days_to_decide(on: date) -> Fraction | None:
    """The median days from proposal to decision, of what was taken in the year before."""
    taken = Decision.objects.taken().filter(settled_at__range=_span(on, length=A_YEAR))
    spans = taken.values_list("proposed_at", "settled_at")
    median = median_days([(proposed.date(), settled.date()) for proposed, settled in spans if settled])
    return None if median is None else Fraction(median)


def carried_out_in_time(on: date) -> Fraction | None:
    """Of a hundred follow-ups that fell due in the year before, those done by their day."""
    due = FollowUp.objects.filter(decision__in=Decision.objects.taken(), due_on__gt=on - A_YEAR, due_on__lte=on)
    due = due.exclude(state=FollowUpState.DROPPED)
    return percent(due.filter(done_on__lte=F("due_on")).count(), due.count())


def active_groups(on: date) -> Fraction | None:
    """Working groups in which somebody wrote in the quarter before."""
    wrote = Post.objects.filter(posted_at__range=_span(on, length=A_QUARTER))
    return Fraction(Group.objects.filter(pk__in=wrote.values("topic__group")).count())


def groups_met(on: date) -> Fraction | None:
    """Working groups that met in the quarter before."""
    met = GroupMeeting.objects.filter(ends_at__range=_span(on, length=A_QUARTER), cancelled_at__isnull=True)
    return Fraction(Group.objects.filter(pk__in=met.values("group")).count())


def bulletins_sent(on: date) -> Fraction | None:
    """Issues that went out in the year before; a correction is no issue of its own."""
    sent = Dispatch.objects.filter(
        stream=Stream.BULLETIN, corrects__isnull=True, frozen_at__range=_span(on, length=A_YEAR)
    )
    return Fraction(sent.exclude(state=DispatchState.CANCELLED).count())


def members(on: date) -> Fraction | None:
    return Fraction(Organisation.objects.members_on(on).count())


def countries(on: date) -> Fraction | None:
    """Countries with a member or an observer."""
    return Fraction(len(set(Organisation.objects.members_on(on).values_list("country", flat=True))))


def retention(on: date) -> Fraction | None:
    """Of a hundred who were members a year before, those who are still."""
    before = set(Organisation.objects.members_on(on - A_YEAR).values_list("pk", flat=True))
    now = set(Organisation.objects.members_on(on).values_list("pk", flat=True))
    return percent(len(before & now), len(before))


def dues_paid(on: date) -> Fraction | None:
    """Of a hundred invoices that fell due in the year before, those with nothing left to pay."""
    due = Invoice.objects.filter(due_on__gt=on - A_YEAR, due_on__lte=on)
    total = due.count()
    return percent(total - due.open_on(on).count(), total)


def case_studies(on: date) -> Fraction | None:
    """Studies in the library, each once, in however many languages."""
    _began, until = _span(on, length=A_YEAR)
    live = CaseStudyPage.objects.live().filter(first_published_at__lt=until)
    return Fraction(live.values("translation_key").distinct().count())


ANSWERS: Mapping[Computation, Callable[[date], Fraction | None]] = {
    Computation.PARTICIPATION: participation,
    Computation.DAYS_TO_DECIDE: days_to_decide,
    Computation.CARRIED_OUT_IN_TIME: carried_out_in_time,
    Computation.ACTIVE_GROUPS: active_groups,
    Computation.GROUPS_MET: groups_met,
    Computation.BULLETINS_SENT: bulletins_sent,
    Computation.MEMBERS: members,
    Computation.COUNTRIES: countries,
    Computation.RETENTION: retention,
    Computation.DUES_PAID: dues_paid,
    Computation.CASE_STUDIES: case_studies,
}
