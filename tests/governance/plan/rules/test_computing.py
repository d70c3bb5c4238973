from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.plan.rules import is_news, percent

DAY = date(2026, 6, 10)


def test_a_share_is_told_in_hundredths_and_of_nothing_not_at_all() -> None:
    assert (percent(1, 3), percent(0, 3), percent(0, 0)) == (Fraction(100, 3), Fraction(0), None)


@given(whole=st.integers(1, 10**6), part=st.integers(0, 10**6))
def test_a_share_lies_between_nothing_and_all(whole: int, part: int) -> None:
    share = percent(min(part, whole), whole)

    assert share is not None
    assert 0 <= share <= 100


@pytest.mark.parametrize(
    ("latest", "latest_on", "news"),
    [
        (None, None, True),
        (Fraction(5), date(2026, 6, 9), False),
        (Fraction(4), date(2026, 6, 9), True),
        (Fraction(5), date(2026, 5, 31), True),
        (Fraction(5), date(2025, 6, 10), True),
        (Fraction(4), date(2026, 6, 10), False),
        (Fraction(4), date(2026, 6, 11), False),
    ],
)
def test_a_figure_is_news_when_it_changed_or_a_month_began(
    latest: Fraction | None, latest_on: date | None, news: object
) -> None:
    assert is_news(Fraction(5), on=DAY, latest=latest, latest_on=latest_on) is news


@given(value=st.fractions(), days=st.integers(0, 400))
def test_an_unchanged_figure_is_written_once_a_month_at_most(value: Fraction, days: int) -> None:
    on = DAY + timedelta(days=days)

    news = is_news(value, on=on, latest=value, latest_on=DAY)

    assert news is ((on.year, on.month) != (DAY.year, DAY.month))
