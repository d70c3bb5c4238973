import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.box.rules import (
    Form,
    Question,
    code_of,
    credential_hash,
    is_answer,
    is_spelled,
    list_hash,
    paper_hash,
    plain,
    spelled,
    written,
)
from governance.ledger import rules as ledger

ONE = Question(form=Form.ONE, options=3, most=1)
APPROVAL = Question(form=Form.APPROVAL, options=4, most=2)
RANKING = Question(form=Form.RANKING, options=4, most=4)


@pytest.mark.parametrize(
    ("question", "content"),
    [(ONE, [[2]]), (ONE, []), (APPROVAL, [[1, 4]]), (APPROVAL, [[3]]), (RANKING, [[3], [1]]), (RANKING, [[4]])],
)
def test_what_answers_a_question(question: Question, content: list[list[int]]) -> None:
    assert is_answer(content, question=question)


@pytest.mark.parametrize(
    ("question", "content"),
    [
        (ONE, [[4]]),
        (ONE, [[0]]),
        (ONE, [[1, 2]]),
        (ONE, [[]]),
        (APPROVAL, [[1, 2, 3]]),
        (APPROVAL, [[1], [2]]),
        (RANKING, [[1, 2]]),
        (RANKING, [[1], [1]]),
    ],
)
def test_what_does_not(question: Question, content: list[list[int]]) -> None:
    assert not is_answer(content, question=question)


def test_a_content_is_written_in_one_way() -> None:
    assert written([[3, 1]]) == written([[1, 3]]) == "[[1,3]]"
    assert written([]) == "[]"


def test_the_paper_of_another_credential_content_or_slot_has_another_name() -> None:
    names = {
        paper_hash("slot000001", credential="A1", content=[[1]]),
        paper_hash("slot000001", credential="A2", content=[[1]]),
        paper_hash("slot000001", credential="A1", content=[[2]]),
        paper_hash("slot000002", credential="A1", content=[[1]]),
    }

    assert len(names) == 4


def test_the_list_does_not_depend_on_the_order_of_arrival() -> None:
    assert list_hash(["b", "a"]) == list_hash(["a", "b"])


@given(st.integers(min_value=0, max_value=2**130 - 1))
def test_a_credential_survives_being_read_aloud(number: int) -> None:
    shown = spelled(number)

    assert plain(shown.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == plain(shown)
    assert len(plain(shown)) == 26


@given(st.binary(min_size=32, max_size=32))
def test_the_box_and_the_ledger_write_the_same_code(digest: bytes) -> None:
    assert code_of(digest) == ledger.code_of(digest)


@pytest.mark.parametrize(
    "typed",
    ["3F5Z-5WHJ-R7MQ-2BN9-XEX1-H059-3A", " 3f5z 5whj r7mq 2bn9 xex1 h059 3a ", "3F5Z5WHJR7MQ2BN9XEXLHO593A"],
)
def test_a_code_is_one_however_it_is_typed(typed: str) -> None:
    assert is_spelled(typed)


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("\N{NON-BREAKING HYPHEN}", id="a dash that keeps a line together"),
        pytest.param("\N{EN DASH}", id="a dash that a phone sets"),
        pytest.param("\N{NO-BREAK SPACE}", id="a space that French sets"),
        pytest.param("-\n", id="a line that was broken"),
        pytest.param("\N{RIGHT-TO-LEFT MARK}-", id="a mark of Arabic text"),
    ],
)
def test_a_code_that_was_copied_is_the_one_that_was_given(between: str) -> None:
    given_out = "3F5Z-5WHJ-R7MQ-2BN9-XEX1-H059-3A"
    copied = given_out.replace("-", between)

    assert is_spelled(copied)
    assert credential_hash(copied) == credential_hash(given_out)


@pytest.mark.parametrize(
    "typed",
    ["", "3F5Z-5WHJ-R7MQ-2BN9-XEX1-H059", "3F5Z-5WHJ-R7MQ-2BN9-XEX1-H059-3A0", "3F5Z-5WHJ-R7MQ-2BN9-XEX1-H059-3U"],
)
def test_a_letter_too_few_too_many_or_foreign_is_no_code(typed: str) -> None:
    assert not is_spelled(typed)


@given(st.integers(min_value=0, max_value=2**130 - 1))
def test_every_code_that_is_given_is_one(number: int) -> None:
    assert is_spelled(spelled(number))
