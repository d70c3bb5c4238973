"""The demo network holds an assembly that is open for voting now, and remembers the one before it."""

from datetime import datetime

import pytest

from cms.demo import assembly as demo
from cms.demo import network, statutes
from cms.demo.network import Network
from governance.assembly.models import Assembly
from governance.assembly.queries.needs import Asks, needs_of
from governance.assembly.queries.results import outcomes
from governance.assembly.rules.words import State
from governance.ledger.queries import verify


@pytest.mark.django_db
def test_the_demo_has_an_assembly_open_for_voting_and_one_with_results_and_minutes(now: datetime) -> None:
    kite = Network(now=now, password="four corners one string")
    network.build(kite)
    statutes.build(kite)
    demo.build(kite)
    before, running = Assembly.objects.order_by("opens_at")
    teodora = kite.people["teodora"]

    counted = outcomes(before, user=teodora)

    assert (before.state, running.state) == (State.MINUTED, State.OPEN)
    assert str(before.minutes.text)
    assert [outcome.ballot.is_secret for outcome in counted].count(True) == 1
    assert all(outcome.arithmetic for outcome in counted)
    assert len(outcomes(running, user=teodora)) == running.motions.count() - 1
    assert [need.asks for need in needs_of(teodora, now=now)] == [Asks.REGISTER]
    assert running.electorate is not None
    assert [teller.person for teller in running.electorate.tellers.on(now.date())] == [kite.people["tomasi"]]
    assert running.proxies.standing().filter(holder=kite.organisations["lantern-forum"]).count() == 2
    assert verify().holds
