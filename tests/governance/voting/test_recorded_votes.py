import pytest
from django.db import DatabaseError, transaction

from governance.ledger.models import Entry
from governance.voting.actions import (
    BallotRefused,
    close_ballot,
    count,
    hand_over,
    instruct,
    open_ballot,
    record,
    withdraw,
)
from governance.voting.models import RecordedVote, Result
from governance.voting.queries import (
    arithmetic_of,
    ballots_awaiting,
    outcome_of,
    own_votes,
)
from governance.voting.rules.words import Holding, State
from tests.factories.accounts import UserFactory
from tests.factories.voting import NOON, electorate, holder, mandates, motion, open_motion

pytestmark = pytest.mark.django_db


def test_a_vote_is_recorded_with_its_ledger_entry_as_receipt() -> None:
    everybody = electorate()
    ballot, first = open_motion(everybody), mandates(everybody)[0]

    vote = record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON)

    assert (vote.choice, vote.version, vote.is_current) == ([[1]], 1, True)
    assert vote.entry.kind == "vote"
    assert vote.entry.body == {"ballot": ballot.key, "mandate": first.key, "choice": [[1]], "version": 1}
    assert len(vote.entry.fingerprint) == 14


def test_a_vote_may_change_until_the_close_and_every_version_stays() -> None:
    everybody = electorate()
    ballot, first = open_motion(everybody), mandates(everybody)[0]

    record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON)
    record(ballot, mandate=first, choice=[[2]], by=holder(first), now=NOON)

    kept = RecordedVote.objects.order_by("version").values_list("version", "choice", "is_current")
    assert list(kept) == [(1, [[1]], False), (2, [[2]], True)]
    assert list(Entry.objects.filter(kind="vote").order_by("n").values_list("body__version", flat=True)) == [1, 2]


def test_a_vote_before_the_opening_is_refused() -> None:
    everybody = electorate()
    ballot, first = motion(everybody), mandates(everybody)[0]

    with pytest.raises(BallotRefused, match=r"^This ballot has not opened yet\.$"):
        record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON)


def test_a_vote_after_the_close_is_refused() -> None:
    everybody = electorate()
    ballot, first = open_motion(everybody), mandates(everybody)[0]
    close_ballot(ballot, now=NOON)

    with pytest.raises(BallotRefused, match=r"^The ballot closed before your vote arrived\. It was not counted\.$"):
        record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON)


def test_only_the_holder_of_a_mandate_votes_with_it() -> None:
    everybody = electorate()
    ballot = open_motion(everybody)
    first, second = mandates(everybody)[:2]

    with pytest.raises(BallotRefused, match=f"^You do not hold the vote of {first.organisation}"):
        record(ballot, mandate=first, choice=[[1]], by=holder(second), now=NOON)

    assert not RecordedVote.objects.exists()


def test_a_mandate_of_another_electorate_does_not_vote() -> None:
    ballot = open_motion(electorate())
    foreign = mandates(electorate(organisations=1))[0]

    with pytest.raises(BallotRefused, match=r"^This mandate does not vote in this ballot\.$"):
        record(ballot, mandate=foreign, choice=[[1]], by=holder(foreign), now=NOON)


@pytest.mark.parametrize("choice", [[[4]], [[0]], [[1, 2]], [[1], [2]], [[1, 1]]])
def test_a_choice_that_is_no_answer_is_refused(choice: list[list[int]]) -> None:
    everybody = electorate()
    ballot, first = open_motion(everybody), mandates(everybody)[0]

    with pytest.raises(BallotRefused, match=r"^Choose among the options of this ballot\.$"):
        record(ballot, mandate=first, choice=choice, by=holder(first), now=NOON)


def test_an_instructed_proxy_cannot_deviate() -> None:
    everybody = electorate()
    ballot, (giver, friend) = motion(everybody), mandates(everybody)[:2]
    hand_over(giver, to=holder(friend), holding=Holding.PROXY)
    instruct(ballot, mandate=giver, choice=[[2]])
    open_ballot(ballot, now=NOON)

    with pytest.raises(BallotRefused, match="gave you instructions for this ballot"):
        record(ballot, mandate=giver, choice=[[1]], by=holder(friend), now=NOON)
    followed = record(ballot, mandate=giver, choice=[[2]], by=holder(friend), now=NOON)

    assert followed.choice == [[2]]


def test_an_open_ballot_awaits_those_who_hold_a_vote_in_it() -> None:
    everybody = electorate()
    ballot, (first, second) = open_motion(everybody), mandates(everybody)[:2]
    record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON)

    assert not ballots_awaiting(holder(first)).exists()
    assert list(ballots_awaiting(holder(second))) == [ballot]
    assert not ballots_awaiting(UserFactory()).exists()
    assert [vote.choice for vote in own_votes(holder(first), ballot=ballot).values()] == [[[1]]]


def test_the_result_prints_its_arithmetic_and_article() -> None:
    everybody = electorate(organisations=6)
    ballot = open_motion(everybody)
    for mandate, option in zip(mandates(everybody), [1, 1, 1, 2, 3], strict=False):
        record(ballot, mandate=mandate, choice=[[option]], by=holder(mandate), now=NOON)
    close_ballot(ballot, now=NOON)

    result = count(ballot, now=NOON)

    assert outcome_of(result) == "Carried"
    assert arithmetic_of(result) == [
        "3 of 4 votes cast = 75.0\u00a0% > 1/2 (art. 14.1)",
        "1 abstention not counted",
        "quorum 5 of 6 ≥ 1/2 (art. 11.1)",
    ]
    assert result.articles == ["14.1", "11.1"]
    assert result.entry.body["figures"] == result.figures


def test_nothing_is_readable_before_the_state_that_the_rule_names() -> None:
    everybody = electorate()
    ballot, first = open_motion(everybody), mandates(everybody)[0]
    record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON)

    close_ballot(ballot, now=NOON)
    before = list(Result.objects.readable())
    result = count(ballot, now=NOON)

    assert before == []
    assert list(Result.objects.readable()) == [result]


def test_a_result_that_waits_for_the_tellers_stays_hidden_once_counted() -> None:
    ballot = open_motion(electorate())
    ballot.readable_from = State.SIGNED
    ballot.save(update_fields=["readable_from"])
    close_ballot(ballot, now=NOON)

    count(ballot, now=NOON)

    assert not Result.objects.readable().exists()


def test_an_open_ballot_cannot_be_counted() -> None:
    ballot = open_motion(electorate())

    with pytest.raises(BallotRefused, match=r"^This ballot is in the state “Open”, so that cannot be done now\.$"):
        count(ballot, now=NOON)


def test_a_withdrawn_ballot_takes_no_votes_and_cannot_be_counted() -> None:
    everybody = electorate()
    ballot, first = open_motion(everybody), mandates(everybody)[0]

    withdraw(ballot, reason="The text was wrong", now=NOON)

    with pytest.raises(BallotRefused):
        record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON)
    with pytest.raises(BallotRefused):
        count(ballot, now=NOON)
    assert Entry.objects.get(kind="withdrawn").body == {"ballot": ballot.key, "reason": "The text was wrong"}


def test_a_counted_ballot_can_no_longer_be_withdrawn() -> None:
    ballot = open_motion(electorate())
    close_ballot(ballot, now=NOON)
    count(ballot, now=NOON)

    with pytest.raises(BallotRefused, match="Counted"):
        withdraw(ballot, reason="We lost", now=NOON)


def test_votes_and_results_cannot_be_changed_or_deleted_even_by_sql() -> None:
    everybody = electorate()
    ballot, first = open_motion(everybody), mandates(everybody)[0]
    record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON)
    close_ballot(ballot, now=NOON)
    count(ballot, now=NOON)

    for change in (
        lambda: RecordedVote.objects.update(choice=[[2]]),
        lambda: RecordedVote.objects.all().delete(),
        lambda: Result.objects.update(figures={}),
        lambda: Result.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_options_are_numbered_from_1_without_gaps() -> None:
    ballot = motion(electorate(organisations=1))

    with pytest.raises(DatabaseError), transaction.atomic():
        ballot.options.create(number=5)
    with pytest.raises(DatabaseError), transaction.atomic():
        ballot.options.filter(number=2).delete()
    ballot.options.create(number=4)

    assert list(ballot.options.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]
