from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.decisions.rules import Choice, CommitteeRule, Outcome, Procedure, Reason, Tally, outcome, settles, tally
from governance.decisions.rules.counting import CARRIED

ARTICLES = {reason.value: f"18.{n}" for n, reason in enumerate(Reason)}
RULE = CommitteeRule(articles=ARTICLES)
NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=3)

people = st.sets(st.integers(1, 20), max_size=12)
choices = st.sampled_from([Choice.FOR, Choice.AGAINST, Choice.ABSTAIN])


def votes(*, members: int = 7, recused: int = 0, votes_for: int = 0, against: int = 0, chair: str = "") -> Tally:
    return Tally(entitled=members, recused=recused, votes_for=votes_for, votes_against=against, chair=chair)


def test_a_majority_of_the_answers_carries_a_written_decision() -> None:
    found = outcome(Procedure.WRITTEN, votes(votes_for=4, against=2), rule=RULE)

    assert found == Outcome(reason=Reason.MAJORITY, tally=votes(votes_for=4, against=2), article="18.0")
    assert found.is_carried


@pytest.mark.parametrize(
    ("votes_for", "reason"), [(3, Reason.NO_QUORUM), (4, Reason.MAJORITY)], ids=["half less one", "half"]
)
def test_the_quorum_is_half_of_those_who_are_not_recused(votes_for: int, reason: Reason) -> None:
    counted = votes(members=9, recused=1, votes_for=votes_for)

    assert outcome(Procedure.WRITTEN, counted, rule=RULE).reason == reason


def test_when_all_are_recused_nobody_decides() -> None:
    assert outcome(Procedure.WRITTEN, votes(members=2, recused=2), rule=RULE).reason == Reason.NO_QUORUM


@pytest.mark.parametrize(
    ("chair", "reason"),
    [("for", Reason.CASTING_VOTE), ("against", Reason.REJECTED), ("abstain", Reason.TIED), ("", Reason.TIED)],
)
def test_the_chair_breaks_a_tie(chair: str, reason: Reason) -> None:
    counted = votes(votes_for=3, against=3, chair=chair)

    assert outcome(Procedure.MEETING, counted, rule=RULE).reason == reason


def test_statutes_may_give_the_chair_no_casting_vote() -> None:
    rule = CommitteeRule(articles=ARTICLES, casting="none")

    assert outcome(Procedure.MEETING, votes(votes_for=3, against=3, chair="for"), rule=rule).reason == Reason.TIED


@pytest.mark.parametrize(("votes_for", "reason"), [(3, Reason.REJECTED), (4, Reason.MAJORITY)])
def test_two_thirds_are_reached_exactly(votes_for: int, reason: Reason) -> None:
    rule = CommitteeRule(articles=ARTICLES, majority=Fraction(2, 3), strict=False)

    assert outcome(Procedure.MEETING, votes(votes_for=votes_for, against=2), rule=rule).reason == reason


def test_one_call_for_a_meeting_ends_a_written_procedure() -> None:
    counted = Tally(entitled=7, recused=0, votes_for=5, meetings_asked=1)

    assert settles(Procedure.WRITTEN, counted, rule=RULE, deadline_at=LATER, now=NOW)
    assert outcome(Procedure.WRITTEN, counted, rule=RULE).reason == Reason.MEETING_CALLED


@pytest.mark.parametrize(("objections", "reason"), [(0, Reason.NO_OBJECTION), (1, Reason.OBJECTED)])
def test_silence_carries_until_somebody_objects(objections: int, reason: Reason) -> None:
    counted = Tally(entitled=7, recused=0, objections=objections)

    assert outcome(Procedure.SILENCE, counted, rule=RULE).reason == reason


def test_silence_waits_for_its_deadline_unless_it_is_broken() -> None:
    quiet, broken = Tally(entitled=7, recused=0), Tally(entitled=7, recused=0, objections=1)

    assert not settles(Procedure.SILENCE, quiet, rule=RULE, deadline_at=LATER, now=NOW)
    assert settles(Procedure.SILENCE, broken, rule=RULE, deadline_at=LATER, now=NOW)
    assert settles(Procedure.SILENCE, quiet, rule=RULE, deadline_at=LATER, now=LATER)


def test_a_written_decision_is_settled_when_all_have_answered() -> None:
    most, everybody = votes(recused=1, votes_for=5), votes(recused=1, votes_for=5, against=1)

    assert not settles(Procedure.WRITTEN, most, rule=RULE, deadline_at=LATER, now=NOW)
    assert settles(Procedure.WRITTEN, everybody, rule=RULE, deadline_at=LATER, now=NOW)


def test_a_meeting_settles_nothing_by_itself() -> None:
    assert not settles(Procedure.MEETING, votes(votes_for=7), rule=RULE, deadline_at=None, now=NOW)


def test_answers_of_the_recused_and_of_strangers_are_not_heard() -> None:
    answers = {1: Choice.FOR, 2: Choice.AGAINST, 3: Choice.FOR, 99: Choice.FOR}

    found = tally(answers, members={1, 2, 3, 4}, recused={3}, chair=2)

    assert found == Tally(entitled=4, recused=1, votes_for=1, votes_against=1, chair="against")


def test_more_answers_than_people_are_nonsense() -> None:
    with pytest.raises(ValueError, match="More answers than people who may answer"):
        votes(members=3, votes_for=4)


def test_the_rule_comes_back_from_the_ledger_as_it_was() -> None:
    assert CommitteeRule.from_json(RULE.to_json()) == RULE


@given(answers=st.dictionaries(st.integers(1, 20), choices), members=people, recused=people)
def test_law_nobody_who_is_recused_changes_the_outcome(
    answers: dict[int, Choice], members: set[int], recused: set[int]
) -> None:
    without = {person: choice for person, choice in answers.items() if person not in recused}

    heard = tally(answers, members=members, recused=recused, chair=None)

    assert heard == tally(without, members=members, recused=recused, chair=None)
    assert heard.answers <= heard.base


@given(answers=st.dictionaries(st.integers(1, 9), choices), chair=st.integers(1, 9))
def test_law_one_more_vote_for_never_stops_what_carried(answers: dict[int, Choice], chair: int) -> None:
    members = set(range(1, 11))
    before = outcome(Procedure.WRITTEN, tally(answers, members=members, recused=set(), chair=chair), rule=RULE)

    more = tally({**answers, 10: Choice.FOR}, members=members, recused=set(), chair=chair)

    assert before.reason not in CARRIED or outcome(Procedure.WRITTEN, more, rule=RULE).is_carried


@given(answers=st.dictionaries(st.integers(1, 9), choices))
def test_law_an_outcome_comes_back_from_its_json(answers: dict[int, Choice]) -> None:
    counted = tally(answers, members=set(range(1, 10)), recused=set(), chair=1)

    found = outcome(Procedure.WRITTEN, counted, rule=RULE)

    assert Outcome.from_json(found.to_json()) == found
