from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from governance.decisions.rules import OfficeRole, Refusal, Term, refusal_to_begin, refusal_to_end

DAY = date(2026, 6, 10)
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@st.composite
def terms(draw: st.DrawFn) -> Term:
    from_on = draw(days)
    lasts = draw(st.none() | st.integers(1, 900))
    return Term(from_on=from_on, until_on=from_on + timedelta(days=lasts) if lasts else None)


def runs_on(term: Term, day: date) -> bool:
    return term.from_on <= day and (term.until_on is None or day < term.until_on)


@given(terms(), terms())
def test_terms_overlap_when_there_is_a_day_of_both(one: Term, other: Term) -> None:
    last_beginning = max(one.from_on, other.from_on)

    assert one.overlaps(other) is (runs_on(one, last_beginning) and runs_on(other, last_beginning))
    assert one.overlaps(other) is other.overlaps(one)


@given(st.lists(terms(), max_size=8))
def test_whatever_is_tried_a_body_has_one_chair_on_each_day(wanted: list[Term]) -> None:
    seated: list[Term] = []
    for term in wanted:
        if refusal_to_begin(term, role=OfficeRole.CHAIR, own=[], chairs=seated) is None:
            seated.append(term)

    assert all(sum(runs_on(term, each.from_on) for term in seated) == 1 for each in seated)


def test_a_member_may_begin_beside_a_chair() -> None:
    term = Term(from_on=DAY)

    assert refusal_to_begin(term, role=OfficeRole.MEMBER, own=[], chairs=[Term(from_on=DAY)]) is None


def test_a_seat_of_ones_own_is_refused_before_the_chair_is() -> None:
    term = Term(from_on=DAY)

    assert refusal_to_begin(term, role=OfficeRole.CHAIR, own=[term], chairs=[term]) == Refusal.SITS_ALREADY


@given(term=terms(), until_on=days, today=days)
def test_an_end_is_after_the_beginning_and_never_later_than_planned(term: Term, until_on: date, today: date) -> None:
    if refusal_to_end(term, until_on=until_on, today=today) is None:
        assert until_on > term.from_on
        assert term.until_on is None or until_on <= term.until_on
        assert term.until_on is None or term.until_on > today
