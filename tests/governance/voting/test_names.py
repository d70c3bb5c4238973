"""What the secretariat reads in a list."""

import pytest

from governance.box.models import BoardPaper, Credential, Paper
from governance.box.models import Slot as BoxSlot
from governance.ledger.models import Entry
from governance.voting.actions import close_ballot, count, instruct, open_ballot, record
from governance.voting.models import Draw
from tests.factories.voting import (
    NOON,
    cast_all,
    electorate,
    holder,
    mandates,
    motion,
    open_secret_election,
    slot_of,
)

pytestmark = pytest.mark.django_db


def test_everything_recorded_has_a_name() -> None:
    everybody = electorate(organisations=1)
    (first,), ballot = mandates(everybody), motion(everybody)
    instruction = instruct(ballot, mandate=first, choice=[[1]])
    open_ballot(ballot, now=NOON)
    vote = record(ballot, mandate=first, choice=[[1]], by=holder(first), now=NOON)
    close_ballot(ballot, now=NOON)
    result = count(ballot, now=NOON)

    assert str(everybody) == "General assembly"
    assert str(ballot) == str(result) == "Shall the plan be adopted?"
    assert str(ballot.options.get(number=1)) == "1. For"
    assert str(instruction) == f"{first}: [[1]]"
    assert str(vote) == f"{first} 1"
    assert str(vote.entry) == f"1 vote {vote.entry.fingerprint}"


def test_everything_secret_has_a_name_that_says_no_more_than_it_may() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=[[[1]]] * 6)
    slot, mark = slot_of(ballot), Draw.objects.order_by("pk").first()
    credential, paper = Credential.objects.first(), Paper.objects.first()
    close_ballot(ballot, now=NOON)

    assert str(slot) == "General assembly 1/1"
    assert mark is not None and str(mark) == f"General assembly 1/1 {mark.mandate} 1"
    assert credential is not None and str(credential) == credential.hash
    assert paper is not None and str(paper) == paper.hash
    assert str(BoardPaper.objects.get(hash=paper.hash)) == paper.hash
    assert str(BoxSlot.objects.get()) == f"{slot.key} closed"
    assert Entry.objects.filter(kind="drawn").count() == 6
