"""The demo's bulletins are made by the real actions, so what they show is what happens."""

from datetime import datetime

import pytest

from cms.demo import bulletin, network
from cms.demo.network import Network
from members.bulletin.models import Issue
from members.bulletin.queries import findings_of
from members.bulletin.rules import Check
from members.delivery.models import Dispatch
from tests.factories.delivery import LocalRelay

pytestmark = pytest.mark.django_db


@pytest.fixture
def kite(now: datetime) -> Network:
    made = Network(now=now, password="only-for-this-test")
    network.build(made)
    bulletin.build(made)
    return made


def test_two_issues_are_sent_one_waits_and_one_is_being_written(kite: Network) -> None:
    states = dict(Issue.objects.values_list("number", "state"))

    assert states == {116: "sent", 117: "sent", 118: "approved", 119: "draft"}


def test_the_worker_sends_the_two_issues_to_every_reader(kite: Network) -> None:
    with LocalRelay() as relay:
        relay.deliver(now=kite.now)
        arrived = len(relay.messages)

    assert arrived == sum(Dispatch.objects.values_list("total", flat=True)) > 100


def test_the_draft_shows_what_is_missing(kite: Network) -> None:
    draft = Issue.objects.get(number=119)

    missing = [finding.check for finding in findings_of(draft, on=kite.today) if not finding.is_met]

    assert missing == [Check.TEXT_IN_EVERY_LANGUAGE]
