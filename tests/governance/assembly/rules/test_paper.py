import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.assembly.rules.paper import PaperSpoilt, Spoilt, ranking


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ({1: "2", 2: "1", 3: ""}, [[2], [1]]),
        ({1: " 1 ", 2: "", 3: "  "}, [[1]]),
        ({1: "", 2: ""}, []),
        ({}, []),
        ({1: "01", 2: "2"}, [[1], [2]]),
    ],
)
def test_numbers_beside_names_are_read_as_an_order(marks: dict[int, str], expected: list[list[int]]) -> None:
    assert ranking(marks) == expected


@pytest.mark.parametrize(
    ("marks", "what", "option"),
    [
        ({1: "x", 2: ""}, Spoilt.NOT_A_NUMBER, 1),
        ({1: "1", 2: "0"}, Spoilt.NOT_A_NUMBER, 2),
        ({1: "1", 2: "3"}, Spoilt.NOT_A_NUMBER, 2),
        ({1: "-1", 2: ""}, Spoilt.NOT_A_NUMBER, 1),
        ({1: "1.5", 2: ""}, Spoilt.NOT_A_NUMBER, 1),
        ({1: "9" * 5000, 2: ""}, Spoilt.NOT_A_NUMBER, 1),
        ({1: "²", 2: ""}, Spoilt.NOT_A_NUMBER, 1),
        ({1: "١", 2: ""}, Spoilt.NOT_A_NUMBER, 1),
        ({1: "1", 2: "1"}, Spoilt.TWICE, 2),
        ({1: "2", 2: ""}, Spoilt.GAP, 0),
        ({1: "1", 2: "3", 3: ""}, Spoilt.GAP, 0),
    ],
)
def test_a_spoilt_paper_says_what_is_wrong_and_where(marks: dict[int, str], what: Spoilt, option: int) -> None:
    with pytest.raises(PaperSpoilt) as refused:
        ranking(marks)

    assert (refused.value.what, refused.value.option) == (what, option)


@given(st.permutations(range(1, 8)), st.integers(0, 7))
def test_an_order_that_is_written_down_is_read_back(order: list[int], length: int) -> None:
    wanted = order[:length]
    marks = {option: str(wanted.index(option) + 1) if option in wanted else "" for option in range(1, 8)}

    assert ranking(marks) == [[option] for option in wanted]


@given(st.dictionaries(st.integers(1, 6), st.text(max_size=3), max_size=6))
def test_whatever_is_written_is_a_ranking_without_repetition_or_refused(marks: dict[int, str]) -> None:
    try:
        read = ranking(marks)
    except PaperSpoilt:
        return

    options = [option for group in read for option in group]
    assert len(options) == len(set(options))
    assert set(options) <= set(marks)
