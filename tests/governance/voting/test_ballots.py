import pytest

from governance.box import actions as box
from governance.ledger.models import Entry
from governance.voting.actions import (
    BallotRefused,
    appoint_teller,
    close_ballot,
    count,
    draw,
    give_mandate,
    instruct,
    make_electorate,
    make_final,
    make_series,
    open_ballot,
    record,
    sign_result,
    withdraw,
)
from governance.voting.actions.ballots import question_of
from governance.voting.models import Ballot
from governance.voting.rules.words import FOLLOWING, Secrecy, State
from tests.factories.accounts import UserFactory
from tests.factories.voting import (
    NOON,
    cast_all,
    election,
    electorate,
    holder,
    mandates,
    motion,
    open_motion,
    open_secret_election,
    series_drawn_by_all,
    slot_of,
)

pytestmark = pytest.mark.django_db


def test_the_ledger_holds_what_was_put_to_the_vote_word_for_word() -> None:
    ballot = motion(electorate(organisations=3))

    open_ballot(ballot, present=2, now=NOON)

    body = Entry.objects.get(kind="opened").body
    assert (body["ballot"], body["entitled"], body["draws"]) == (ballot.key, 3, 0)
    assert body["question"]["fr"] == "Adopter le plan ?"
    assert [option["en"] for option in body["options"]] == ["For", "Against", "Abstain"]
    assert body["rule"]["majority"] == {"share": "1/2", "base": "cast", "strict": 1, "article": "14.1"}


def test_a_result_becomes_final_after_it_was_signed() -> None:
    ballot = open_motion(electorate(organisations=1))
    teller = UserFactory(name="Odile Marrakchi")
    appoint_teller(ballot.electorate, person=teller, on=NOON.date())
    close_ballot(ballot, now=NOON)
    result = count(ballot, now=NOON)

    with pytest.raises(BallotRefused):
        make_final(ballot, now=NOON)
    sign_result(ballot, by=teller, now=NOON)
    final = make_final(ballot, now=NOON)

    assert final.state == State.FINAL
    assert Entry.objects.get(kind="signed").body == {
        "ballot": ballot.key,
        "result": result.entry.hash,
        "teller": "Odile Marrakchi",
    }


def test_a_ballot_without_options_does_not_open() -> None:
    ballot = election(electorate(organisations=1), names=[])

    with pytest.raises(BallotRefused, match=r"^This ballot has no options yet\.$"):
        open_ballot(ballot, now=NOON)


def test_a_ballot_opens_once() -> None:
    ballot = open_motion(electorate(organisations=1))

    with pytest.raises(BallotRefused, match="“Open”"):
        open_ballot(ballot, now=NOON)


def test_a_secret_ballot_without_a_slot_does_not_open() -> None:
    ballot = motion(electorate(organisations=1))
    Ballot.objects.update(secrecy=Secrecy.SECRET)

    with pytest.raises(BallotRefused, match="needs a slot"):
        open_ballot(ballot, now=NOON)


def test_opening_again_after_the_box_opened_goes_on_from_there() -> None:
    everybody = electorate()
    series, _drawn = series_drawn_by_all(everybody)
    ballot = election(everybody, series=series)
    box.open_slot(slot_of(ballot).key, question=question_of(ballot), least_papers=5)

    assert open_ballot(ballot, now=NOON).state == State.OPEN


def test_a_secret_ballot_on_the_board_is_neither_withdrawn_nor_closed_again() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=[[]] * 6)
    close_ballot(ballot, now=NOON)

    with pytest.raises(BallotRefused, match="on the board already"):
        withdraw(ballot, reason="We lost", now=NOON)
    with pytest.raises(BallotRefused, match="“Closed”"):
        close_ballot(ballot, now=NOON)


def test_a_ballot_moves_only_to_a_state_that_follows() -> None:
    assert set(FOLLOWING) == set(State)
    assert not [state for state in (State.COUNTED, State.SIGNED, State.FINAL) if State.WITHDRAWN in FOLLOWING[state]]
    assert FOLLOWING[State.FINAL] == FOLLOWING[State.WITHDRAWN] == ()


def test_a_person_of_a_committee_holds_her_own_mandate() -> None:
    committee = make_electorate("Executive committee")
    person = UserFactory(name="Hana")

    mandate = give_mandate(committee, to=person)

    assert (mandate.person, mandate.held_by, mandate.organisation) == (person, person, None)
    assert str(mandate) == "Hana"


def test_instructions_come_before_the_opening_and_fit_the_ballot() -> None:
    everybody = electorate(organisations=1)
    (first,), foreign = mandates(everybody), mandates(electorate(organisations=1))[0]

    with pytest.raises(BallotRefused, match="Choose among the options"):
        instruct(motion(everybody), mandate=first, choice=[[9]])
    with pytest.raises(BallotRefused, match="does not vote in this ballot"):
        instruct(motion(everybody), mandate=foreign, choice=[[1]])
    with pytest.raises(BallotRefused, match="instructions came too late"):
        instruct(open_motion(everybody), mandate=first, choice=[[1]])


def test_own_votes_need_no_instruction() -> None:
    everybody = electorate(organisations=1)
    ballot, (first,) = motion(everybody), mandates(everybody)
    instruct(ballot, mandate=first, choice=[[2]])
    open_ballot(ballot, now=NOON)

    assert record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON).choice == [[1]]


def test_draws_for_nothing_or_for_another_electorate_are_refused() -> None:
    everybody = electorate(organisations=1)
    series = make_series(everybody, slots=1, now=NOON)
    foreign = mandates(electorate(organisations=1))[0]

    with pytest.raises(BallotRefused, match=r"^There is nothing to draw\.$"):
        draw(series, mandates=[], by=UserFactory(), now=NOON)
    with pytest.raises(BallotRefused, match="does not vote in this ballot"):
        draw(series, mandates=[foreign], by=holder(foreign), now=NOON)
