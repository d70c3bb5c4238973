"""A rate that all senders keep together, a database that comes back, and a relay that keeps hanging up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import override_settings

from members.delivery.actions import enqueue, send_until_nothing_is_due
from members.delivery.actions.gates import reserve
from members.delivery.actions.handling import Hand
from members.delivery.actions.relay_options import relay_options
from members.delivery.models import Delivery, Dispatch, Gate
from members.delivery.rules import DeliveryState, DispatchState, Recipient, Rendered, Stream
from members.delivery.rules.replies import share_of
from tests.factories.delivery import LocalRelay, dispatch_to, message_id_of

pytestmark = pytest.mark.django_db


@dataclass
class Time:
    """A clock that only waiting moves."""

    now: datetime
    waits: list[float] = field(default_factory=list)

    def clock(self) -> datetime:
        return self.now

    def pause(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.now += timedelta(seconds=seconds)


def send(relay: LocalRelay, time: Time) -> int:
    with override_settings(SMTP_URL=relay.url):
        return send_until_nothing_is_due(time.clock, pause=time.pause)


@pytest.mark.parametrize(("rate", "share"), [(0, 25), (0.1, 1), (1, 5), (4.9, 24), (5, 25), (100, 25)])
def test_a_sender_claims_no_more_than_leaves_in_five_seconds(rate: float, share: int) -> None:
    assert share_of(rate, most=25) == share


def test_the_address_of_the_relay_says_its_rate_and_where_bounces_go() -> None:
    with override_settings(SMTP_URL="smtp://relay.example?rate=14&bounces=b.kite.example"):
        told = relay_options()
    with override_settings(SMTP_URL=""):
        silent = relay_options()

    assert (told.rate, told.bounces) == (14.0, "b.kite.example")
    assert (silent.rate, silent.bounces) == (0.0, "")


def test_two_senders_share_one_rate(now: datetime) -> None:
    first, second = reserve(10, rate=2, now=now), reserve(10, rate=2, now=now)

    assert (first, second) == (now, now + timedelta(seconds=5))
    assert Gate.objects.get(name="all").next_at == now + timedelta(seconds=10)


def test_a_rate_that_was_not_used_is_not_saved_up(now: datetime) -> None:
    reserve(10, rate=2, now=now)

    assert reserve(1, rate=2, now=now + timedelta(minutes=1)) == now + timedelta(minutes=1)


def test_mails_leave_at_the_rate_of_the_relay(now: datetime) -> None:
    dispatch_to(*(f"reader{n}@a.example" for n in range(4)), now=now)
    time = Time(now)

    with LocalRelay() as relay:
        relay.options = "&rate=2"
        accepted = send(relay, time)

    assert (accepted, time.waits) == (4, [0.5, 0.5, 0.5])


def test_without_a_rate_nothing_waits(now: datetime) -> None:
    dispatch_to("noor@a.example", "wen@a.example", now=now)
    time = Time(now)

    with LocalRelay() as relay:
        send(relay, time)

    assert time.waits == []


def failing(times: int) -> Callable[..., Any]:
    """`Hand.settle` of a database that is away so many times."""
    settle, left = Hand.settle, [times]

    def away(self: Hand, *args: Any, **kwargs: Any) -> None:
        if left[0]:
            left[0] -= 1
            raise OperationalError("server closed the connection unexpectedly")
        settle(self, *args, **kwargs)

    return away


@pytest.fixture
def kept_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's own transaction must not lose its connection."""
    monkeypatch.setattr("members.delivery.actions.sending.connection.close", lambda: None)


@pytest.mark.usefixtures("kept_connection")
def test_an_answer_outlives_a_database_that_is_away_for_a_while(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    dispatch_to("noor@a.example", now=now)
    monkeypatch.setattr(Hand, "settle", failing(59))
    time = Time(now)

    with LocalRelay() as relay:
        accepted = send(relay, time)
        arrived = len(relay.messages)

    assert (accepted, arrived, len(time.waits)) == (1, 1, 59)
    assert Delivery.objects.get().state == DeliveryState.ACCEPTED


@pytest.mark.usefixtures("kept_connection")
def test_a_database_that_stays_away_leaves_the_mail_marked(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    dispatch_to("noor@a.example", now=now)
    monkeypatch.setattr(Hand, "settle", failing(1000))
    time = Time(now)

    with LocalRelay() as relay, pytest.raises(OperationalError):
        send(relay, time)

    assert len(time.waits) == 60
    assert Delivery.objects.get().state == DeliveryState.SUBMITTING


def test_a_relay_that_hangs_up_ten_times_stops_the_dispatch(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("members.delivery.actions.sending.DOUBTS_IN_A_ROW", 100)
    dispatch_to(*(f"drop{n}@a.example" for n in range(12)), now=now)

    with LocalRelay() as relay:
        send(relay, Time(now))

    assert (Dispatch.objects.get().state, "ten times" in Dispatch.objects.get().reason) == (DispatchState.PAUSED, True)
    assert Delivery.objects.filter(state=DeliveryState.UNCERTAIN).count() == 10
    assert Delivery.objects.filter(state=DeliveryState.PENDING).count() == 2


def test_a_correction_names_the_mail_that_it_corrects(now: datetime) -> None:
    first = dispatch_to("Noor@a.example", now=now)
    said = {"en": Rendered(subject="Correction", text="It is Tuesday.")}
    people = [Recipient(address="noor@a.example"), Recipient(address="new@a.example")]
    enqueue(stream=Stream.BULLETIN, about="Correction", renderings=said, recipients=people, now=now, corrects=first)

    with LocalRelay() as relay:
        relay.deliver(now=now)
        answers = {
            one.recipients[0]: one.message["In-Reply-To"]
            for one in relay.received
            if one.message["Subject"] == "Correction"
        }

    assert answers == {"noor@a.example": message_id_of(first.deliveries.get()), "new@a.example": None}
