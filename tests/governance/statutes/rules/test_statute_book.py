from fractions import Fraction

import pytest

from governance.statutes.rules import (
    Base,
    Majority,
    MotionKind,
    Parameter,
    Quorum,
    Rule,
    StatuteBook,
    StatuteInvalid,
    fraction,
)


def test_the_defaults_are_those_of_the_table() -> None:
    book = StatuteBook()

    assert book.number(Parameter.RECORD_DAYS) == 30
    assert (book.number(Parameter.NOTICE_DAYS), book.number(Parameter.NOTICE_DAYS_EXTRAORDINARY)) == (60, 21)
    assert (book.number(Parameter.PROXIES_PER_HOLDER), book.word(Parameter.COMMITTEE_CASTING_VOTE)) == (2, "chair")
    assert book.quorum() == Quorum(share=Fraction(1, 2), base=Base.ENTITLED, article="11.1")
    assert book.words(Parameter.TIES) == ("stage", "lot")
    assert book.share(Parameter.WRITTEN_QUORUM) == Fraction(1, 2)
    assert book.is_so(Parameter.PROXY_COUNTS_FOR_QUORUM)


@pytest.mark.parametrize(
    ("kind", "share"),
    [
        (MotionKind.STATUTES, Fraction(2, 3)),
        (MotionKind.EXCLUSION, Fraction(2, 3)),
        (MotionKind.DISSOLUTION, Fraction(3, 4)),
        (MotionKind.URGENT, Fraction(2, 3)),
    ],
)
def test_the_majority_depends_on_the_kind_of_motion(kind: MotionKind, share: Fraction) -> None:
    majority = StatuteBook().majority(kind)

    assert (majority.share, majority.strict, majority.base) == (share, False, Base.CAST)


def test_an_ordinary_motion_needs_more_than_half_of_the_votes_cast() -> None:
    majority = StatuteBook().majority(MotionKind.ORDINARY)

    assert majority == Majority(share=Fraction(1, 2), base=Base.CAST, strict=True, article="14.1")


def test_every_parameter_has_a_default_with_its_article() -> None:
    book = StatuteBook()

    assert set(book.rules) == set(Parameter)
    assert [str(name) for name in Parameter if not book.article(name)] == []


def test_what_is_said_stands_and_the_rest_is_the_default() -> None:
    two_thirds = {"share": "2/3", "base": "present", "strict": 0}
    written: dict[str, dict[str, object]] = {
        "majority_statutes": {"value": two_thirds, "article": "27"},
        "notice_days": {"value": 45, "article": "8"},
    }
    book = StatuteBook.from_json(written)

    assert book.majority(MotionKind.STATUTES) == Majority(
        share=Fraction(2, 3), base=Base.PRESENT, strict=False, article="27"
    )
    assert (book.number(Parameter.NOTICE_DAYS), book.article(Parameter.NOTICE_DAYS)) == (45, "8")
    assert book.number(Parameter.RECORD_DAYS) == 30


def test_a_book_survives_json() -> None:
    book = StatuteBook.from_json({"notice_days": {"value": 45, "article": "8"}})

    assert StatuteBook.from_json(book.to_json()) == book


def test_what_a_parameter_cannot_be_is_refused() -> None:
    broken = StatuteBook(rules={Parameter.NOTICE_DAYS: Rule(value="soon")})

    with pytest.raises(StatuteInvalid, match="there is no parameter 'quorums'"):
        StatuteBook.from_json({"quorums": {"value": 1}})
    with pytest.raises(StatuteInvalid, match="notice_days is a whole number, not 'soon'"):
        broken.number(Parameter.NOTICE_DAYS)


@pytest.mark.parametrize("text", [0.67, "3/2", "-1/2", "half", "1/0"])
def test_a_share_is_a_fraction_between_0_and_1(text: object) -> None:
    with pytest.raises(StatuteInvalid):
        fraction(text)
