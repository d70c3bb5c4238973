"""The machine stops between the two commits: the box has committed, the roll has not. Somebody does it again."""

from collections.abc import Callable

import pytest
from django.db import transaction

from governance.box import actions as box
from governance.box.models import BoardPaper, Paper
from governance.box.models import Slot as BoxSlot
from governance.box.rules import SlotState
from governance.ledger.models import Entry
from governance.ledger.queries import verify
from governance.voting.actions import BallotRefused, close_ballot, count, make_series, open_ballot, withdraw
from governance.voting.models import Ballot, Draw
from governance.voting.rules.words import State
from tests.factories.voting import (
    NOON,
    cast_all,
    election,
    electorate,
    mandates,
    open_secret_election,
    series_drawn_by_all,
    slot_of,
)

pytestmark = pytest.mark.django_db
SIX = [[[1]], [[1]], [[2]], [[2]], [[3]], []]


class MachineStops(Exception):
    """What nobody catches."""


def crashing(act: Callable[[], object]) -> None:
    """`act` is done in the box, and undone on the roll."""
    with pytest.raises(MachineStops), transaction.atomic():
        act()
        raise MachineStops


def reasons() -> list[str]:
    return [entry.body["reason"] for entry in Entry.objects.filter(kind="withdrawn").order_by("n")]


def state_of(ballot: Ballot) -> str:
    return Ballot.objects.get(pk=ballot.pk).state


def test_a_close_that_the_roll_missed_is_done_again_with_the_same_papers() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=SIX)

    crashing(lambda: close_ballot(ballot, now=NOON))
    assert (state_of(ballot), BoardPaper.objects.count()) == (State.OPEN, 6)
    close_ballot(ballot, now=NOON)

    assert Entry.objects.get(kind="closed").body["papers"] == 6
    assert count(ballot, now=NOON).figures["papers"] == 6
    assert verify().holds


def test_a_close_for_want_of_papers_says_so_when_it_is_done_again() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=SIX[:4])

    crashing(lambda: close_ballot(ballot, now=NOON))
    close_ballot(ballot, now=NOON)

    assert (state_of(ballot), reasons()) == (State.WITHDRAWN, ["too few papers"])


def test_a_close_for_want_of_papers_keeps_its_reason_when_it_is_withdrawn_instead() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=SIX[:4])

    crashing(lambda: close_ballot(ballot, now=NOON))
    withdraw(ballot, reason="A candidate left", now=NOON)

    assert (state_of(ballot), reasons()) == (State.WITHDRAWN, ["too few papers"])


def test_a_withdrawal_that_the_roll_missed_is_never_closed_for_want_of_papers() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=SIX)

    crashing(lambda: withdraw(ballot, reason="A candidate left", now=NOON))
    with pytest.raises(BallotRefused, match=r"^The papers of this ballot are destroyed already\. Withdraw it, and say"):
        close_ballot(ballot, now=NOON)
    assert (state_of(ballot), reasons()) == (State.OPEN, [])
    withdraw(ballot, reason="A candidate left", now=NOON)

    assert (state_of(ballot), reasons()) == (State.WITHDRAWN, ["A candidate left"])


def test_a_close_that_the_roll_missed_cannot_be_withdrawn_instead() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=SIX)

    crashing(lambda: close_ballot(ballot, now=NOON))
    with pytest.raises(box.BoxRefused, match=r"^This ballot is closed; its papers are on the board\.$"):
        withdraw(ballot, reason="We lost", now=NOON)

    assert (state_of(ballot), BoardPaper.objects.count()) == (State.OPEN, 6)


def test_an_opening_that_the_roll_missed_is_done_again_and_keeps_the_papers_that_came() -> None:
    everybody = electorate()
    series, drawn = series_drawn_by_all(everybody)
    ballot = election(everybody, series=series)

    crashing(lambda: open_ballot(ballot, now=NOON))
    assert state_of(ballot) == State.DRAFT
    cast_all(drawn[:1], contents=[[[1]]])
    open_ballot(ballot, now=NOON)

    assert (state_of(ballot), Paper.objects.count()) == (State.OPEN, 1)
    assert Entry.objects.filter(kind="opened").count() == 1


def test_a_series_that_the_roll_missed_leaves_slots_that_nobody_can_use() -> None:
    everybody = electorate(organisations=1)

    crashing(lambda: make_series(everybody, slots=2, now=NOON))
    series = make_series(everybody, slots=2, now=NOON)

    kept = set(series.slots.values_list("key", flat=True))
    orphans = BoxSlot.objects.exclude(key__in=kept)
    assert (len(kept), orphans.count(), series.number) == (2, 2, 1)
    assert set(orphans.values_list("state", flat=True)) == {SlotState.DRAWABLE}
    assert not Draw.objects.filter(mandate__in=mandates(everybody)).exists()


@pytest.mark.django_db(transaction=True)
def test_the_box_never_waits_for_another_commit() -> None:
    """The other order cannot happen: inside a transaction of its database the box refuses to act."""
    ballot, _drawn = open_secret_election()

    with transaction.atomic(using="box"), pytest.raises(RuntimeError, match="durable"):
        close_ballot(ballot, now=NOON)

    assert BoxSlot.objects.get(key=slot_of(ballot).key).state == SlotState.OPEN
