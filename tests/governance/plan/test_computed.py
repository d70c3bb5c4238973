"""What the site counts of its own life, each with something that must not count."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from cms.models import CaseStudyPage
from governance.assembly.models import QuorumReading
from governance.decisions.rules import FollowUpState, State
from governance.plan.actions import count_indicator
from governance.plan.models import Indicator, Measurement
from governance.plan.queries import computed, due_to_compute
from governance.plan.queries.computed import ANSWERS
from governance.plan.rules import Computation
from governance.plan.tasks import count_due
from members.delivery.models import Dispatch
from tests.factories.assembly import draft
from tests.factories.cms import case_study
from tests.factories.decisions import BodyFactory, DecisionFactory, FollowUpFactory
from tests.factories.groups import GroupFactory, MeetingFactory, PostFactory, TopicFactory
from tests.factories.organisations import InvoiceFactory, PaymentFactory, PersonFactory, TermFactory
from tests.factories.plan import IndicatorFactory, MeasurementFactory
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
ON = date(2026, 6, 10)
NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


def days_ago(days: int) -> datetime:
    return NOON - timedelta(days=days)


def counted(**fields: Any) -> Indicator:
    return IndicatorFactory(origin="computed", computation="members", **fields)


def test_every_computation_is_answered_also_where_nothing_happened_yet() -> None:
    nothing = {name: computed(name, on=ON) for name in Computation}

    assert set(ANSWERS) == set(Computation)
    assert {name for name, value in nothing.items() if value is None} == {
        *(Computation.PARTICIPATION, Computation.DAYS_TO_DECIDE, Computation.CARRIED_OUT_IN_TIME),
        *(Computation.RETENTION, Computation.DUES_PAID),
    }
    assert {value for value in nothing.values() if value is not None} == {Fraction(0)}


def test_participation_is_that_of_the_last_reading(now: datetime) -> None:
    assembly = draft(now=now).assembly
    for at, present in ((days_ago(20), 9), (days_ago(3), 5), (NOON + timedelta(days=1), 12)):
        QuorumReading.objects.create(assembly=assembly, at=at, present=present, represented=1, base=12, met=True)

    assert computed(Computation.PARTICIPATION, on=ON) == 50


def test_days_to_decide_are_the_median_of_a_years_decisions() -> None:
    body = BodyFactory()
    for number, (proposed, settled) in enumerate(((12, 10), (20, 10), (5, 1), (800, 500)), start=1):
        DecisionFactory(
            body=body, state=State.TAKEN, year=2026, number=number,
            proposed_at=days_ago(proposed), settled_at=days_ago(settled),
        )  # fmt: skip
    DecisionFactory(
        body=body, state=State.LAPSED, year=2026, number=9, proposed_at=days_ago(99), settled_at=days_ago(1)
    )

    assert computed(Computation.DAYS_TO_DECIDE, on=ON) == 4


def test_carried_out_in_time_asks_what_fell_due() -> None:
    taken = DecisionFactory(state=State.TAKEN, year=2026, number=1, settled_at=days_ago(90))
    lapsed = DecisionFactory(state=State.LAPSED, year=2026, number=1, settled_at=days_ago(90))
    due = {"due_on": date(2026, 6, 1)}
    FollowUpFactory(decision=taken, state=FollowUpState.DONE, done_on=date(2026, 6, 1), **due)
    FollowUpFactory(decision=taken, state=FollowUpState.DONE, done_on=date(2026, 6, 2), **due)
    FollowUpFactory(decision=taken, **due)
    FollowUpFactory(decision=taken, state=FollowUpState.DROPPED, **due)
    FollowUpFactory(decision=taken, due_on=date(2026, 6, 11))
    FollowUpFactory(decision=lapsed, **due)

    assert computed(Computation.CARRIED_OUT_IN_TIME, on=ON) == Fraction(100, 3)


def test_groups_count_once_and_only_in_the_last_quarter() -> None:
    lively, quiet = GroupFactory(), GroupFactory()
    for group, days in ((lively, 3), (lively, 9), (quiet, 92)):
        PostFactory(topic=TopicFactory(group=group), author=PersonFactory(), posted_at=days_ago(days))
        MeetingFactory(group=group, starts_at=days_ago(days), ends_at=days_ago(days) + timedelta(hours=1))
    MeetingFactory(group=quiet, starts_at=days_ago(2), ends_at=days_ago(1), cancelled_at=days_ago(3))

    assert [computed(one, on=ON) for one in (Computation.ACTIVE_GROUPS, Computation.GROUPS_MET)] == [1, 1]


def test_bulletins_are_issues_that_went_out() -> None:
    def dispatch(stream: str = "bulletin", state: str = "done", days: int = 9, **fields: Any) -> Dispatch:
        return Dispatch.objects.create(stream=stream, state=state, about="x", frozen_at=days_ago(days), **fields)

    sent = dispatch()
    dispatch(corrects=sent)
    dispatch(state="cancelled")
    dispatch(stream="group")
    dispatch(days=366)

    assert computed(Computation.BULLETINS_SENT, on=ON) == 1


def test_members_countries_and_who_stayed() -> None:
    stayed = TermFactory(from_on=date(2020, 1, 1), organisation__country="KE")
    TermFactory(from_on=date(2020, 1, 1), until_on=date(2026, 1, 1), organisation__country="TG")
    TermFactory(from_on=date(2026, 2, 1), organisation__country=stayed.organisation.country)
    TermFactory(from_on=date(2026, 7, 1), organisation__country="FI")

    figures = [computed(one, on=ON) for one in (Computation.MEMBERS, Computation.COUNTRIES, Computation.RETENTION)]
    assert figures == [2, 1, 50]


def test_dues_are_paid_when_nothing_is_left_to_pay() -> None:
    half, whole = (InvoiceFactory(due_on=date(2026, 3, 31), amount=60_000) for _number in range(2))
    InvoiceFactory(due_on=date(2026, 12, 31), amount=60_000)
    PaymentFactory(invoice=half, amount=30_000, paid_on=date(2026, 3, 1))
    PaymentFactory(invoice=whole, amount=60_000, paid_on=date(2026, 4, 1))

    assert computed(Computation.DUES_PAID, on=ON) == 50
    assert computed(Computation.DUES_PAID, on=date(2026, 3, 31)) == 0


def test_counting_writes_news_once_a_day_and_signs_with_nobody() -> None:
    indicator = counted()
    TermFactory(from_on=date(2020, 1, 1))

    first, second = count_due(NOON), count_due(NOON + timedelta(hours=3))
    next_day = count_due(NOON + timedelta(days=1))
    count_due(datetime(2026, 7, 1, tzinfo=UTC))

    figures = [(one.measured_on, one.value, one.entered_by) for one in Measurement.objects.order_by("measured_on")]
    assert (first, second, next_day) == (1, 0, 1)
    assert figures == [(ON, Decimal(1), None), (date(2026, 7, 1), Decimal(1), None)]
    assert indicator.measurements.count() == 2


def test_a_figure_by_hand_on_the_same_day_stands() -> None:
    MeasurementFactory(indicator=counted(), value=Decimal(77), measured_on=ON)

    assert count_due(NOON) == 1
    assert Measurement.objects.get().value == 77


def test_what_nobody_can_count_yet_is_looked_at_once_a_day() -> None:
    indicator = counted()
    Indicator.objects.update(computation="retention")

    assert (count_due(NOON), count_due(NOON)) == (1, 0)
    assert not indicator.measurements.exists()


def test_only_what_runs_and_is_counted_is_due() -> None:
    due = counted()
    counted(priority=due.priority, starts_on=date(2026, 6, 11))
    counted(priority=due.priority, by_on=date(2026, 6, 9))
    IndicatorFactory(priority=due.priority)
    IndicatorFactory(priority=due.priority, origin="computed")

    assert due_to_compute(ON) == [due]


def test_an_indicator_that_breaks_holds_up_no_other() -> None:
    broken = counted()
    sound = counted(priority=broken.priority)
    Indicator.objects.filter(pk=broken.pk).update(computation="no_such_question")

    with pytest.raises(ExceptionGroup, match="could not be counted"):
        count_due(NOON)

    broken.refresh_from_db()
    assert (broken.looked_on, sound.measurements.count()) == (None, 1)


def test_somebody_who_counted_meanwhile_leaves_nothing_to_do() -> None:
    indicator = counted()
    count_indicator(indicator, now=NOON)

    assert count_indicator(indicator, now=NOON) is None
    assert indicator.measurements.count() == 1


def test_a_study_counts_once_in_however_many_languages(site_root: SiteRoot) -> None:
    study = case_study(site_root)
    case_study(site_root, language="fr", translation_key=study.translation_key)
    case_study(site_root)
    case_study(site_root, live=False)
    published = datetime(2026, 6, 9, tzinfo=UTC)
    CaseStudyPage.objects.update(first_published_at=published)
    CaseStudyPage.objects.filter(number=4).update(live=False)

    assert computed(Computation.CASE_STUDIES, on=ON) == 2
    assert computed(Computation.CASE_STUDIES, on=date(2026, 6, 8)) == 0
