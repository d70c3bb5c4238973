"""Two things at the same moment, on connections of their own; and a crash between two commits."""

from functools import partial

import pytest
from django.db import connection, transaction
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

from governance.box import actions as box
from governance.box.actions import AlreadyCast, Receipt
from governance.box.models import Credential
from governance.box.queries import contents_on
from governance.ledger.queries import verify
from governance.voting.actions import BallotRefused, close_ballot, draw, make_series, record
from governance.voting.models import Draw, RecordedVote
from tests.at_once import at_once as together
from tests.factories.voting import (
    NOON,
    cast_all,
    electorate,
    holder,
    mandates,
    open_motion,
    open_secret_election,
    slot_of,
)

pytestmark = pytest.mark.django_db(transaction=True)
at_once = partial(together, refused=(BallotRefused, box.BoxRefused))


@pytest.fixture(autouse=True)
def database_of_many_connections() -> None:
    if isinstance(connection, SQLite) and connection.is_in_memory_db():
        pytest.skip("SQLite in memory has one connection; PostgreSQL and a file run this")


def test_of_two_different_papers_with_one_credential_one_stands() -> None:
    ballot, drawn = open_secret_election()
    key, credential = slot_of(ballot).key, drawn[0].credential
    cast_all(drawn[1:], contents=[[]] * 5)

    ends = at_once(
        lambda: box.cast(key, credential=credential, content=[[1]]),
        lambda: box.cast(key, credential=credential, content=[[2]]),
    )

    assert sorted(type(end).__name__ for end in ends) == ["AlreadyCast", "Receipt"]
    close_ballot(ballot, now=NOON)
    assert sum(number for _content, number in contents_on(key)) == 6


def test_the_same_paper_twice_at_once_is_one_paper() -> None:
    ballot, drawn = open_secret_election()
    key, credential = slot_of(ballot).key, drawn[0].credential

    ends = at_once(*[lambda: box.cast(key, credential=credential, content=[[1]])] * 3)

    assert len(set(ends)) == 1
    assert isinstance(ends[0], Receipt) and not isinstance(ends[0], AlreadyCast)


def test_two_versions_at_once_leave_one_current_vote_and_an_unbroken_ledger() -> None:
    everybody = electorate(organisations=1)
    ballot, (first,) = open_motion(everybody), mandates(everybody)

    at_once(
        *[
            lambda option=option: record(ballot, mandate=first, choice=[[option]], by=holder(first), now=NOON)
            for option in (1, 2, 3)
        ]
    )

    assert sorted(RecordedVote.objects.values_list("version", flat=True)) == [1, 2, 3]
    assert RecordedVote.objects.current().count() == 1
    assert verify().holds


def test_two_draws_at_once_give_one_credential() -> None:
    everybody = electorate(organisations=1)
    series, (first,) = make_series(everybody, slots=1, now=NOON), mandates(everybody)

    ends = at_once(*[lambda: draw(series, mandates=[first], by=holder(first), now=NOON)] * 2)

    assert sorted(type(end).__name__ for end in ends) == ["BallotRefused", "list"]
    assert (Draw.objects.count(), Credential.objects.count()) == (1, 1)


def test_a_crash_between_the_two_commits_leaves_only_a_credential_that_nobody_has() -> None:
    everybody = electorate(organisations=1)
    series, (first,) = make_series(everybody, slots=1, now=NOON), mandates(everybody)

    with pytest.raises(RuntimeError), transaction.atomic():
        draw(series, mandates=[first], by=holder(first), now=NOON)
        raise RuntimeError("the machine stops after the box has committed")
    again = draw(series, mandates=[first], by=holder(first), now=NOON)

    assert len(again) == Draw.objects.count() == 1
    assert Credential.objects.count() == 2
