"""Two people at the same moment, on connections of their own."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

from cms.languages import translated
from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import AgendaItem, Notice, Presence, Proxy, RollCorrection, RollObjection
from governance.assembly.rules.words import Verdict
from governance.ledger.queries import verify
from governance.voting.models import Mandate
from tests.at_once import said_at_once
from tests.factories.assembly import Meeting, draft, frozen, opened

pytestmark = pytest.mark.django_db(transaction=True)
at_once = partial(said_at_once, refused=(AssemblyRefused,))
FULL = "This organisation holds as many proxies as one member may. Choose another."


@pytest.fixture(autouse=True)
def database_of_many_connections() -> None:
    if isinstance(connection, SQLite) and connection.is_in_memory_db():
        pytest.skip("SQLite in memory has one connection; PostgreSQL and a file run this")


def mandate_of(meeting: Meeting, place: int) -> Mandate:
    """The vote of the organisation at that place of the list."""
    found = Mandate.objects.filter(electorate=meeting.assembly.electorate_id)
    return found.get(organisation=meeting.organisations[place].pk)


def giving(meeting: Meeting, number: int, *, to: int, now: datetime) -> Callable[[], Proxy]:
    giver, person = meeting.organisations[number], meeting.people[number]
    holder = meeting.organisations[to]
    return lambda: actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=person, now=now)


def test_of_four_proxies_given_at_once_the_cap_of_two_stand(now: datetime) -> None:
    meeting = frozen(organisations=5, now=now)

    ends = at_once(*(giving(meeting, number, to=0, now=now) for number in range(1, 5)))

    assert ends.count(FULL) == 2
    assert Proxy.objects.standing().filter(holder=meeting.organisations[0]).count() == 2
    assert verify().holds


def test_a_proxy_given_twice_at_once_stands_once(now: datetime) -> None:
    meeting = frozen(organisations=3, now=now)

    ends = at_once(giving(meeting, 1, to=0, now=now), giving(meeting, 1, to=2, now=now))

    assert ends.count("Your organisation has given a proxy already. Take it back first.") == 1
    assert Proxy.objects.standing().count() == 1


def test_a_registration_pressed_twice_is_one(now: datetime) -> None:
    meeting = opened(organisations=2, now=now)
    organisation, person = meeting.organisations[0], meeting.people[0]

    ends = at_once(*[lambda: actions.register(meeting.assembly, organisation=organisation, person=person, now=now)] * 2)

    assert ends[0] == ends[1]
    assert Presence.objects.count() == 1
    assert mandate_of(meeting, 0).held_by == person


def test_registering_and_giving_the_vote_away_at_once_leaves_one_of_the_two(now: datetime) -> None:
    meeting = opened(organisations=3, now=now)
    organisation, person = meeting.organisations[1], meeting.people[1]

    ends = at_once(
        lambda: actions.register(meeting.assembly, organisation=organisation, person=person, now=now),
        giving(meeting, 1, to=0, now=now),
    )

    assert [type(end) for end in ends].count(str) == 1
    assert Presence.objects.count() + Proxy.objects.standing().count() == 1


def test_a_meeting_convened_twice_at_once_is_convened_once(now: datetime) -> None:
    meeting, early = draft(organisations=2, now=now), now - timedelta(days=68)

    ends = at_once(*[lambda: actions.convene(meeting.assembly, now=early)] * 2)

    assert ends.count("This assembly is in the state “Convened”, so that cannot be done now.") == 1
    assert Notice.objects.count() == 3


def test_an_objection_answered_twice_at_once_has_one_answer(now: datetime) -> None:
    meeting = frozen(organisations=2, now=now)
    entry = meeting.assembly.roll.get(organisation=meeting.organisations[1])
    organisation, by = meeting.organisations[0], meeting.people[0]
    objection = actions.object_to_roll(entry, organisation=organisation, by=by, text="No.", now=now)

    ends = at_once(
        *[
            lambda: actions.answer_roll_objection(
                RollObjection.objects.get(pk=objection.pk), verdict=Verdict.UPHELD, answer="Yes.", now=now
            )
        ]
        * 2
    )

    assert ends.count("This was answered already.") == 1
    assert RollCorrection.objects.count() == 1


def test_items_written_at_once_have_numbers_of_their_own(now: datetime) -> None:
    meeting = draft(organisations=1, motions=0, elections=0, now=now)

    at_once(
        *[
            lambda: actions.write_item(AgendaItem(assembly=meeting.assembly, title=translated(en="A")), now=now),
        ]
        * 3
    )

    assert sorted(meeting.assembly.agenda.values_list("number", flat=True)) == [1, 2, 3]
