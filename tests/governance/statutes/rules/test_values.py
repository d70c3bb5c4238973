from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.statutes.rules import (
    DEFAULTS,
    RETIRED,
    Base,
    Parameter,
    Quorum,
    Rule,
    StatuteBook,
    StatuteInvalid,
    checked,
)

PARAMETERS = st.sampled_from(list(Parameter))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 20_000) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.parametrize("parameter", list(Parameter))
def test_every_default_is_a_value_that_its_parameter_can_have(parameter: Parameter) -> None:
    assert checked(parameter, DEFAULTS[parameter].value) == DEFAULTS[parameter].value


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (Parameter.NOTICE_DAYS, -1),
        (Parameter.NOTICE_DAYS, True),
        (Parameter.NOTICE_DAYS, 10_001),
        (Parameter.PROXY_COUNTS_FOR_QUORUM, 2),
        (Parameter.WRITTEN_QUORUM, "3/2"),
        (Parameter.COMMITTEE_CASTING_VOTE, "the eldest's"),
        (Parameter.DUES_SUSPEND, ["vote", "sing"]),
        (Parameter.MAJORITY_STATUTES, {"share": "2/3", "base": "loud", "strict": 0}),
        (Parameter.MAJORITY_STATUTES, {"share": "2/3", "base": "cast"}),
        (Parameter.MAJORITY_STATUTES, "2/3"),
        (Parameter.QUORUM, {"share": "1/2", "base": "present"}),
        (Parameter.RESULTS_VISIBLE, {"recorded": "open", "secret": "signed"}),
    ],
)
def test_another_value_is_refused(parameter: Parameter, value: Any) -> None:
    with pytest.raises(StatuteInvalid):
        checked(parameter, value)


@given(PARAMETERS, JSON)
def test_whatever_is_written_is_taken_or_refused_and_never_something_else(parameter: Parameter, value: Any) -> None:
    try:
        taken = checked(parameter, value)
    except StatuteInvalid:
        return

    assert StatuteBook.from_json({str(parameter): {"value": taken}}).rules[parameter] == Rule(value=taken)


@given(st.integers(0, 3000))
def test_the_record_date_is_so_many_days_before_the_opening(days: int) -> None:
    book = StatuteBook.from_json({"record_days": {"value": days}})

    assert (date(2026, 6, 10) - book.record_on(opens_on=date(2026, 6, 10))).days == days


@given(st.sets(PARAMETERS), st.sets(PARAMETERS))
def test_books_differ_where_one_of_them_was_changed(some: set[Parameter], others: set[Parameter]) -> None:
    def changed(names: set[Parameter]) -> StatuteBook:
        return StatuteBook(rules={**DEFAULTS, **{name: Rule(value="changed") for name in names}})

    found = changed(some).differences(changed(others))

    assert set(found) == some ^ others
    assert found == changed(others).differences(changed(some))


def test_a_parameter_of_earlier_days_is_passed_over() -> None:
    written = {name: {"value": 14, "article": "11.2"} for name in RETIRED}

    assert StatuteBook.from_json(written) == StatuteBook()
    assert not RETIRED & set(Parameter)


def test_a_quorum_is_a_share_of_those_entitled() -> None:
    with pytest.raises(StatuteInvalid, match="a quorum is a share of those entitled, not of present"):
        Quorum(share=Fraction(1, 2), base=Base.PRESENT, article="11.1")


def test_proxies_are_left_out_of_the_quorum_where_the_statutes_say_so() -> None:
    book = StatuteBook.from_json({"proxy_counts_for_quorum": {"value": 0}})

    assert (book.quorum().counts_proxies, StatuteBook().quorum().counts_proxies) == (False, True)
