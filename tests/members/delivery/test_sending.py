"""What a sender makes of each answer of a relay, by a real conversation over a socket."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from members.delivery.actions import pause_dispatch
from members.delivery.models import Delivery, Dispatch, Suppression, Tally
from members.delivery.queries import progress_of
from members.delivery.rules import DeliveryState, DispatchState, Stream
from tests.factories.delivery import LocalRelay, body_of, dispatch_to, message_id_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def relay() -> Iterator[LocalRelay]:
    with LocalRelay(patience=1) as relay:
        yield relay


def states() -> dict[str, str]:
    return dict(Delivery.objects.order_by("address").values_list("address", "state"))


def test_a_mail_arrives_once_with_the_headers_that_stop_its_stream(relay: LocalRelay, now: datetime) -> None:
    dispatch = dispatch_to("noor@almendro.example", now=now)

    relay.deliver(now=now)

    (message,) = relay.messages
    delivery = dispatch.deliveries.get()
    assert message["Message-ID"] == message_id_of(delivery)
    assert message["List-Unsubscribe"].startswith("<http://testserver/en/bulletin/mails/stop/")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert body_of(message, "plain") == "Dear Noor"


def test_account_mail_cannot_be_stopped(relay: LocalRelay, now: datetime) -> None:
    dispatch_to("noor@almendro.example", now=now, stream=Stream.ACCOUNT)

    relay.deliver(now=now)

    (message,) = relay.messages
    assert message["List-Unsubscribe"] is None


@pytest.mark.parametrize(
    ("address", "state"),
    [
        ("refuse@cedar.example", DeliveryState.REFUSED),
        ("defer@cedar.example", DeliveryState.DEFERRED),
        ("reject@cedar.example", DeliveryState.REFUSED),
        ("stall@cedar.example", DeliveryState.UNCERTAIN),
        ("drop@cedar.example", DeliveryState.UNCERTAIN),
        ("lose@cedar.example", DeliveryState.UNCERTAIN),
        ("wen@cedar.example", DeliveryState.ACCEPTED),
    ],
)
def test_each_answer_leads_to_its_state(relay: LocalRelay, now: datetime, address: str, state: DeliveryState) -> None:
    dispatch_to(address, "zoe@cedar.example", now=now)

    relay.deliver(now=now)

    assert states() == {address: state, "zoe@cedar.example": DeliveryState.ACCEPTED}


def test_a_deferred_mail_waits_and_then_goes(relay: LocalRelay, now: datetime) -> None:
    dispatch_to("defer@cedar.example", now=now)
    relay.deliver(now=now)

    delivery = Delivery.objects.get()

    assert timedelta(minutes=3) < delivery.due_at - now < timedelta(minutes=7)
    assert (delivery.attempts, delivery.reply) == (1, "451 4.3.0 Try again later")


def test_a_mail_is_given_up_after_two_days(relay: LocalRelay, now: datetime) -> None:
    dispatch_to("defer@cedar.example", now=now)

    relay.deliver(now=now + timedelta(hours=49))

    assert states() == {"defer@cedar.example": DeliveryState.REFUSED}


def test_an_uncertain_mail_is_named_and_never_sent_again_by_itself(relay: LocalRelay, now: datetime) -> None:
    dispatch = dispatch_to("lose@cedar.example", now=now)
    relay.deliver(now=now)

    relay.deliver(now=now + timedelta(days=1))

    dispatch.refresh_from_db()
    assert len(relay.messages) == 1
    assert (progress_of(dispatch).uncertain, dispatch.state) == (1, DispatchState.SENDING)


def test_three_doubts_running_shut_the_gate(relay: LocalRelay, now: datetime) -> None:
    dispatch_to("drop1@a.example", "drop2@a.example", "drop3@a.example", "wen@a.example", now=now)

    relay.deliver(now=now)

    assert states()["wen@a.example"] == DeliveryState.PENDING
    assert relay.deliver(now=now + timedelta(minutes=6)) == 1


def test_whoever_stopped_the_stream_gets_nothing_and_is_counted(relay: LocalRelay, now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", "Wen@a.example", now=now)
    Suppression.objects.create(address="wen@a.example", stream=Stream.BULLETIN, reason="", since_at=now)

    relay.deliver(now=now)

    assert states() == {"Wen@a.example": DeliveryState.SUPPRESSED, "noor@a.example": DeliveryState.ACCEPTED}
    assert progress_of(dispatch).by_state == {"accepted": 1, "suppressed": 1}
    assert Dispatch.objects.get().state == DispatchState.DONE


def test_a_stop_of_one_stream_leaves_the_others(relay: LocalRelay, now: datetime) -> None:
    dispatch_to("wen@a.example", now=now, stream=Stream.GROUP)
    Suppression.objects.create(address="wen@a.example", stream=Stream.BULLETIN, reason="", since_at=now)

    relay.deliver(now=now)

    assert states() == {"wen@a.example": DeliveryState.ACCEPTED}


def test_a_paused_dispatch_waits(relay: LocalRelay, now: datetime) -> None:
    dispatch = dispatch_to("wen@a.example", now=now)
    pause_dispatch(dispatch, reason="A link is wrong.")

    relay.deliver(now=now)

    assert (states(), relay.messages) == ({"wen@a.example": DeliveryState.PENDING}, [])


def test_nobody_at_the_relay_shuts_the_gate_and_keeps_the_mail(now: datetime) -> None:
    dispatch_to("wen@a.example", now=now)
    with LocalRelay() as gone:
        pass

    gone.deliver(now=now)

    assert states() == {"wen@a.example": DeliveryState.PENDING}
    assert not Tally.objects.exists()
