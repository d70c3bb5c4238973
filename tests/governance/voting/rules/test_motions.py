from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.statutes.rules import Base, Majority, MotionKind, Quorum, StatuteBook
from governance.voting.rules.frozen import quorum_from, quorum_json
from governance.voting.rules.motions import (
    Attendance,
    MotionRule,
    MotionTally,
    Outcome,
    decide,
    quorum_reached,
    tally_motion,
    tenths_of_percent,
)
from governance.voting.rules.words import Stance

QUORUM = Quorum(share=Fraction(1, 2), base=Base.ENTITLED, article="11.1")
STANCES = {1: Stance.IN_FAVOUR, 2: Stance.AGAINST, 3: Stance.ABSTENTION}
SMALL = st.integers(0, 200)


def rule(share: str = "2/3", *, base: Base = Base.CAST, strict: bool = False) -> MotionRule:
    majority = Majority(share=Fraction(share), base=base, strict=strict, article="14.2")
    return MotionRule(majority=majority, quorum=QUORUM)


def tally(
    in_favour: int, against: int, *, abstentions: int = 0, present: int = 100, entitled: int = 112
) -> MotionTally:
    return MotionTally(
        in_favour=in_favour,
        against=against,
        abstentions=abstentions,
        blank=0,
        attendance=Attendance(present=present, entitled=entitled),
    )


def test_the_arithmetic_is_printed_as_the_statutes_ask() -> None:
    result = decide(rule(), tally(61, 29, abstentions=7, present=97))

    assert result.outcome == Outcome.CARRIED
    assert result.arithmetic() == [
        {
            **{"about": "majority", "part": 61, "whole": 90, "tenths": 678, "sign": "≥", "share": "2/3"},
            **{"base": "cast", "met": 1, "article": "14.2"},
        },
        {"about": "abstentions", "number": 7},
        {
            **{"about": "quorum", "part": 97, "whole": 112, "tenths": 866, "sign": "≥", "share": "1/2"},
            **{"base": "entitled", "met": 1, "article": "11.1"},
        },
    ]
    assert result.articles() == ["14.2", "11.1"]


def test_55_of_100_meets_a_share_of_55_hundredths() -> None:
    assert decide(rule("55/100"), tally(55, 45)).outcome == Outcome.CARRIED


@pytest.mark.parametrize(
    ("base", "outcome"),
    [(Base.CAST, Outcome.CARRIED), (Base.PRESENT, Outcome.CARRIED), (Base.ENTITLED, Outcome.NOT_CARRIED)],
)
def test_the_base_decides(base: Base, outcome: Outcome) -> None:
    assert decide(rule("1/2", base=base), tally(55, 20, present=100)).outcome == outcome


def test_half_is_not_more_than_half() -> None:
    result = decide(rule("1/2", strict=True), tally(50, 50))

    assert (result.outcome, result.majority.sign) == (Outcome.NOT_CARRIED, "≤")
    assert decide(rule("1/2", strict=True), tally(51, 49)).majority.sign == ">"
    assert decide(rule("2/3"), tally(65, 35)).majority.sign == "<"


def test_without_a_quorum_nothing_is_carried() -> None:
    result = decide(rule(), tally(40, 0, present=40))

    assert (result.outcome, result.quorum.is_met) == (Outcome.NO_QUORUM, False)


def test_when_all_abstain_nothing_is_carried() -> None:
    assert decide(rule(), tally(0, 0, abstentions=80)).outcome == Outcome.NOT_CARRIED


def test_votes_are_tallied_by_units_and_blanks_apart() -> None:
    votes = [([[1]], 3), ([[2]], 1), ([[3]], 2), ([], 1), ([[1]], 1)]

    counted = tally_motion(votes, stances=STANCES, attendance=Attendance(present=8, entitled=10))

    assert (counted.in_favour, counted.against, counted.abstentions, counted.blank) == (4, 1, 2, 1)
    assert counted.cast == 5
    assert decide(rule(), counted).arithmetic()[1:3] == [
        {"about": "abstentions", "number": 2},
        {"about": "blank", "number": 1},
    ]


@pytest.mark.parametrize(("in_favour", "against"), [(-1, 0), (6, 0), (3, 3)])
def test_a_tally_cannot_hold_nonsense(in_favour: int, against: int) -> None:
    with pytest.raises(ValueError, match="units"):
        tally(in_favour, against, present=5, entitled=5)


@pytest.mark.parametrize(("present", "represented"), [(6, 0), (-1, 0), (3, 4), (3, -1)])
def test_an_attendance_cannot_hold_nonsense(present: int, represented: int) -> None:
    with pytest.raises(ValueError, match="more units are"):
        Attendance(present=present, represented=represented, entitled=5)


def test_proxies_count_for_the_quorum_unless_the_statutes_leave_them_out() -> None:
    half = Attendance(present=56, represented=1, entitled=112)
    without = replace(QUORUM, counts_proxies=False)

    shares = [quorum_reached(quorum, half) for quorum in (QUORUM, without)]

    assert [(share.part, share.is_met) for share in shares] == [(56, True), (55, False)]
    assert quorum_from(quorum_json(without)) == without
    assert quorum_from({"share": "1/2", "base": "entitled", "article": "11.1"}) == QUORUM


@pytest.mark.parametrize(
    ("part", "whole", "tenths"), [(61, 90, 678), (2, 3, 667), (1, 3, 333), (1, 2000, 1), (0, 0, 0)]
)
def test_percents_are_rounded_half_up_in_integers(part: int, whole: int, tenths: int) -> None:
    assert tenths_of_percent(part, whole) == tenths


def test_a_rule_survives_json() -> None:
    book = StatuteBook()
    frozen = MotionRule(majority=book.majority(MotionKind.DISSOLUTION), quorum=book.quorum())

    assert MotionRule.from_json(frozen.to_json()) == frozen


@given(SMALL, SMALL, SMALL)
def test_one_more_vote_in_favour_never_loses_a_motion(in_favour: int, against: int, abstentions: int) -> None:
    before = decide(rule(), tally(in_favour, against, abstentions=abstentions, present=700, entitled=700))
    after = decide(rule(), tally(in_favour + 1, against, abstentions=abstentions, present=700, entitled=700))

    assert not (before.majority.is_met and not after.majority.is_met)


@given(SMALL, SMALL, SMALL)
def test_abstentions_change_nothing_in_a_share_of_the_votes_cast(in_favour: int, against: int, more: int) -> None:
    few = decide(rule(), tally(in_favour, against, present=700, entitled=700))
    many = decide(rule(), tally(in_favour, against, abstentions=more, present=700, entitled=700))

    assert few.majority == many.majority
