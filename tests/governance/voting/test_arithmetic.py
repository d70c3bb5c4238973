from typing import Any

import pytest
from django.utils import translation

from governance.ledger.actions import append
from governance.statutes.rules import MotionKind
from governance.voting.actions import close_ballot, count, record
from governance.voting.models import Ballot, Result
from governance.voting.queries import arithmetic_of, outcome_of, percent, stages_of
from governance.voting.rules.words import Kind
from tests.factories.voting import NOON, election, electorate, holder, mandates, open_motion

pytestmark = pytest.mark.django_db


def counted(ballot: Ballot, *, choices: list[list[list[int]]]) -> Result:
    Ballot.objects.filter(pk=ballot.pk).update(state="open", opened_at=NOON)
    for mandate, choice in zip(mandates(ballot.electorate), choices, strict=False):
        record(ballot, mandate=mandate, choice=choice, by=holder(mandate), now=NOON)
    close_ballot(ballot, now=NOON)
    return count(ballot, now=NOON, seed="7QF2-K1MD-90XA")


def written(ballot: Ballot, *, arithmetic: list[dict[str, Any]]) -> Result:
    entry = append("result", body={}, now=NOON)
    return Result.objects.create(
        ballot=ballot,
        figures={"outcome": "carried"},
        arithmetic=arithmetic,
        articles=[],
        counted_at=NOON,
        entry=entry,
    )


def test_the_arithmetic_is_said_as_the_statutes_ask() -> None:
    result = written(
        open_motion(electorate(organisations=1)),
        arithmetic=[
            {
                **{"about": "majority", "part": 61, "whole": 90, "tenths": 678, "sign": "≥", "share": "2/3"},
                **{"base": "cast", "met": 1, "article": "14.2"},
            },
            {"about": "abstentions", "number": 7},
            {
                **{"about": "quorum", "part": 74, "whole": 112, "tenths": 661, "sign": "≥", "share": "1/2"},
                **{"base": "entitled", "met": 1, "article": "11.1"},
            },
        ],
    )

    assert outcome_of(result) == "Carried"
    assert arithmetic_of(result) == [
        "61 of 90 votes cast = 67.8\u00a0% ≥ 2/3 (art. 14.2)",
        "7 abstentions not counted",
        "quorum 74 of 112 ≥ 1/2 (art. 11.1)",
    ]


@pytest.mark.parametrize(("language", "shown"), [("en", "67.8\u00a0%"), ("fr", "67,8\u00a0%"), ("es", "67,8\u00a0%")])
def test_the_decimal_mark_is_that_of_the_language(language: str, shown: str) -> None:
    with translation.override(language):
        assert percent(678) == shown


def test_a_motion_that_changes_the_statutes_needs_its_two_thirds() -> None:
    ballot = open_motion(electorate(organisations=5), kind=MotionKind.STATUTES)

    result = counted(ballot, choices=[[[1]], [[1]], [[1]], [[2]], [[2]]])

    assert arithmetic_of(result) == [
        "3 of 5 votes cast = 60.0\u00a0% < 2/3 (art. 14.2)",
        "quorum 5 of 5 ≥ 1/2 (art. 11.1)",
    ]
    assert outcome_of(result) == "Not carried"


def test_too_few_present_decide_nothing() -> None:
    result = counted(open_motion(electorate(organisations=6)), choices=[[[1]], [[1]]])

    assert outcome_of(result) == "No quorum: nothing was decided"
    assert arithmetic_of(result)[-1] == "quorum 2 of 6 < 1/2 (art. 11.1)"


def test_an_election_without_a_quorum_fills_no_seat() -> None:
    result = counted(election(electorate(organisations=6)), choices=[[[1]], [[1]]])

    assert result.figures == {"outcome": "no_quorum", "elected": [], "present": 2, "entitled": 6}
    assert result.stages == []


def test_every_stage_of_a_count_says_why() -> None:
    ballot = election(electorate(organisations=7), kind=Kind.STV, seats=2, names=["Ana", "Bo", "Chi", "Dele"])
    choices = [[[1], [2]], [[1], [2]], [[1], [2]], [[1], [3]], [[2]], [[3]], [[4], [3]]]

    result = counted(ballot, choices=choices)

    assert result.figures["quota"] == 3
    assert stages_of(result) == [
        "First preferences are counted. Elected: Ana.",
        "The surplus of Ana, 1 votes, is transferred.",
        "Dele has the fewest votes, 1, and is excluded.",
        "Bo has the fewest votes, 1.75, and is excluded.",
        "As many candidates remain as there are seats. Elected: Chi.",
    ]
    assert arithmetic_of(result)[0] == "2 of 2 seats filled (art. 15.5)"


def test_a_lot_is_said_to_have_been_drawn() -> None:
    ballot = election(electorate(organisations=4), seats=1)

    result = counted(ballot, choices=[[[1]], [[2]], [[2]], [[1]]])

    first, second = stages_of(result)
    assert first == "Approvals are counted."
    assert second in {
        "The last seat is tied and goes to the lot, which gave this order: Ana, Bo. Elected: Ana.",
        "The last seat is tied and goes to the lot, which gave this order: Bo, Ana. Elected: Bo.",
    }
    assert result.figures["seed"] == "7QF2-K1MD-90XA"


def test_ties_by_stage_and_by_lot_are_told_apart() -> None:
    ballot = election(electorate(organisations=1), kind=Kind.STV, seats=1, names=["Ana", "Bo"])
    result = written(ballot, arithmetic=[])
    exclusion = {"number": 2, "action": "exclusion", "of": 2, "value": "1.00000", "elected": []}
    result.stages = [
        {**exclusion, "tie": {"among": [1, 2], "chosen": 2, "stage": 1}},
        {**exclusion, "tie": {"among": [1, 2], "chosen": 2, "stage": 0}},
    ]

    assert stages_of(result) == [
        "Bo has the fewest votes, 1, and is excluded. "
        "Ana, Bo were level; stage 1, where they differed, decided for Bo.",
        "Bo has the fewest votes, 1, and is excluded. Ana, Bo were level at every stage; the lot fell on Bo.",
    ]


def test_blank_papers_are_said_apart() -> None:
    result = counted(open_motion(electorate(organisations=3)), choices=[[[1]], [], []])

    assert arithmetic_of(result) == [
        "1 of 1 votes cast = 100.0\u00a0% > 1/2 (art. 14.1)",
        "2 blank papers counted apart",
        "quorum 3 of 3 ≥ 1/2 (art. 11.1)",
    ]
