from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from governance.assembly.rules.calendar import AFTER_THE_CLOSE, BEFORE_THE_OPENING, calendar
from governance.statutes.rules import Parameter, StatuteBook

OPENS, CLOSES = date(2026, 6, 10), date(2026, 6, 14)


def test_the_days_of_the_statutes_stand_in_their_order_with_their_articles() -> None:
    days = calendar(StatuteBook(), opens_on=OPENS, closes_on=CLOSES)

    assert [(one.parameter, one.on, one.article) for one in days] == [
        (Parameter.MOTION_DAYS, date(2026, 3, 18), "12.1"),
        (Parameter.PAPER_DAYS, date(2026, 3, 18), "12.1"),
        (Parameter.NOMINATION_DAYS, date(2026, 4, 11), "15.2"),
        (Parameter.AMENDMENT_DAYS, date(2026, 4, 29), "12.2"),
        (Parameter.FINAL_AGENDA_DAYS, date(2026, 5, 20), "12.3"),
        (Parameter.MINUTES_DRAFT_DAYS, date(2026, 7, 14), "16.1"),
    ]


@given(st.dictionaries(st.sampled_from([*BEFORE_THE_OPENING, *AFTER_THE_CLOSE]), st.integers(0, 400)))
def test_no_deadline_before_the_opening_comes_after_it(days: dict[Parameter, int]) -> None:
    book = StatuteBook.from_json({str(name): {"value": number} for name, number in days.items()})

    found = {one.parameter: one.on for one in calendar(book, opens_on=OPENS, closes_on=CLOSES)}

    assert all(found[name] <= OPENS for name in BEFORE_THE_OPENING)
    assert all(found[name] >= CLOSES for name in AFTER_THE_CLOSE)
    assert all(found[name] in (OPENS - timedelta(days=n), CLOSES + timedelta(days=n)) for name, n in days.items())
