import pytest

from governance.box import actions as box
from governance.box.actions import AlreadyCast, NoCredential, NotAnAnswer, NotOpenYet, TooLate
from governance.box.models import Credential, Paper
from governance.box.models import Slot as BoxSlot
from governance.box.queries import board_of
from governance.box.rules import SlotState, credential_hash
from governance.ledger.models import Entry
from governance.voting.actions import (
    BallotRefused,
    close_ballot,
    count,
    draw,
    hand_over,
    make_series,
    open_ballot,
    record,
    sign_result,
    withdraw,
)
from governance.voting.models import Draw, Result
from governance.voting.queries import elected, free_slot, undrawn_mandates
from governance.voting.rules.words import Holding, State
from tests.factories.voting import (
    NOON,
    cast_all,
    election,
    electorate,
    holder,
    mandates,
    open_secret_election,
    series_drawn_by_all,
    slot_of,
    teller_of,
)

pytestmark = pytest.mark.django_db
CONTENTS = [[[1]], [[1, 2]], [[2]], [[2, 3]], [[2]], []]


def test_a_secret_election_is_counted_from_the_board_and_readable_once_signed() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=CONTENTS)
    close_ballot(ballot, now=NOON)

    result = count(ballot, now=NOON)

    assert not Result.objects.readable().exists()
    sign_result(ballot, by=teller_of(ballot), now=NOON)
    assert list(Result.objects.readable()) == [result]
    assert result.figures["votes"] == {"1": 2, "2": 4, "3": 1}
    assert (result.figures["papers"], result.figures["blank"]) == (6, 1)
    assert [str(option.label) for option in elected(result)] == ["Bo", "Ana"]


def test_one_credential_is_drawn_for_each_slot_mandate_and_unit() -> None:
    everybody = electorate(organisations=1, units=2)
    series, (first, *_rest) = make_series(everybody, slots=2, now=NOON), mandates(everybody)

    drawn = draw(series, mandates=[first], by=holder(first), now=NOON)

    assert len({one.credential for one in drawn}) == len(drawn) == 4
    assert sorted(Draw.objects.values_list("slot__number", "unit")) == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert Credential.objects.count() == 4
    assert not undrawn_mandates(holder(first), series=series).exists()


def test_a_second_draw_is_refused() -> None:
    everybody = electorate(organisations=1)
    series, (first, *_rest) = make_series(everybody, slots=1, now=NOON), mandates(everybody)
    draw(series, mandates=[first], by=holder(first), now=NOON)

    with pytest.raises(BallotRefused, match=r"was drawn already\. A second cannot be given\.$"):
        draw(series, mandates=[first], by=holder(first), now=NOON)

    assert Credential.objects.count() == 1


def test_nobody_draws_for_a_mandate_of_somebody_else() -> None:
    everybody = electorate(organisations=2)
    series, (first, second) = make_series(everybody, slots=1, now=NOON), mandates(everybody)

    with pytest.raises(BallotRefused, match="You do not hold the vote of"):
        draw(series, mandates=[first], by=holder(second), now=NOON)

    assert (Draw.objects.count(), Credential.objects.count()) == (0, 0)


def test_a_mandate_is_not_handed_over_once_its_credentials_are_drawn() -> None:
    everybody = electorate(organisations=2)
    series_drawn_by_all(everybody)
    first, second = mandates(everybody)

    with pytest.raises(BallotRefused, match=r"A new series is needed\.$"):
        hand_over(first, to=holder(second), holding=Holding.PROXY)


def test_the_credential_is_kept_nowhere_and_shown_in_no_representation() -> None:
    _ballot, drawn = open_secret_election()
    credential = drawn[0].credential

    kept = [*Entry.objects.values_list("body", flat=True), *Credential.objects.values_list("hash", flat=True)]

    assert Credential.objects.filter(hash=credential_hash(credential)).exists()
    assert all(credential not in str(value) for value in kept)
    assert credential not in repr(drawn[0])


def test_a_secret_ballot_does_not_open_below_five_draws() -> None:
    everybody = electorate(organisations=4)
    series, _drawn = series_drawn_by_all(everybody)

    with pytest.raises(BallotRefused, match=r"^Only 4 ballot papers were drawn\."):
        open_ballot(election(everybody, series=series), now=NOON)


def test_a_secret_ballot_takes_no_recorded_vote() -> None:
    ballot, _drawn = open_secret_election()
    first = mandates(ballot.electorate)[0]

    with pytest.raises(BallotRefused, match="This ballot is secret"):
        record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON)


def test_fewer_than_five_papers_are_never_opened() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=CONTENTS[:4])

    withdrawn = close_ballot(ballot, now=NOON)

    assert withdrawn.state == State.WITHDRAWN
    assert (board_of(slot_of(ballot).key), Paper.objects.count(), Credential.objects.count()) == ([], 0, 0)
    with pytest.raises(BallotRefused):
        count(ballot, now=NOON)


def test_a_withdrawn_secret_ballot_destroys_its_papers_unread() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=CONTENTS)

    withdraw(ballot, reason="A candidate left", now=NOON)

    assert (board_of(slot_of(ballot).key), Paper.objects.count()) == ([], 0)
    assert BoxSlot.objects.get(key=slot_of(ballot).key).state == SlotState.WITHDRAWN


def test_closing_again_after_the_box_closed_goes_on_from_there() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=CONTENTS)
    box.close_slot(slot_of(ballot).key)

    closed = close_ballot(ballot, now=NOON)

    assert closed.state == State.CLOSED
    assert Entry.objects.get(kind="closed").body["papers"] == 6


def test_the_next_ballot_of_a_series_takes_the_next_slot() -> None:
    everybody = electorate()
    series, _drawn = series_drawn_by_all(everybody, slots=2)

    first = election(everybody, series=series)
    second = election(everybody, series=series)

    assert [slot_of(first).number, slot_of(second).number] == [1, 2]
    assert free_slot(series) is None


def test_every_refusal_of_the_box_says_why() -> None:
    ballot, drawn = open_secret_election()
    key, credential = slot_of(ballot).key, drawn[0].credential
    BoxSlot.objects.create(key="later", state=SlotState.DRAWABLE)

    with pytest.raises(NoCredential, match=r"^This paper carries no valid credential\.$"):
        box.cast(key, credential="0" * 26, content=[[1]])
    with pytest.raises(NotAnAnswer, match="does not answer the question"):
        box.cast(key, credential=credential, content=[[1, 2, 3]])
    with pytest.raises(NotOpenYet, match=r"^Not open yet\. Keep this page\.$"):
        box.cast("later", credential=credential, content=[[1]])
    box.cast(key, credential=credential, content=[[1]])
    with pytest.raises(AlreadyCast, match=r"^Another paper was already cast with this credential\. It stands"):
        box.cast(key, credential=credential, content=[[2]])
    close_ballot(ballot, now=NOON)
    with pytest.raises(TooLate, match=r"^The ballot closed before your paper arrived\. It was not counted\.$"):
        box.cast(key, credential=drawn[1].credential, content=[[1]])
