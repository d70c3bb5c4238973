"""What a person may do to a dispatch and to a mail in doubt."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from members.delivery.actions import (
    NothingToSend,
    SteeringRefused,
    cancel_dispatch,
    confirm_accepted,
    enqueue,
    pause_dispatch,
    release_uncertain,
    resume_dispatch,
)
from members.delivery.models import Delivery, Sender
from members.delivery.queries import progress_of
from members.delivery.rules import DeliveryState, DispatchState, Rendered, Stream
from tests.factories.delivery import LocalRelay, dispatch_to, message_id_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def doubted(now: datetime) -> Delivery:
    """A mail that was kept by the relay, which then fell silent."""
    dispatch_to("lose@a.example", now=now)
    with LocalRelay() as relay:
        relay.deliver(now=now)
    return Delivery.objects.get()


def left_in_hand(state: DeliveryState, *, now: datetime) -> Delivery:
    """As a sender of number 1 leaves it that was killed."""
    delivery: Delivery = dispatch_to("noor@a.example", now=now).deliveries.get()
    claim = uuid4()
    Sender.objects.create(number=1, claim=claim, lease_until=now + timedelta(minutes=15))
    Delivery.objects.update(state=state, sender=1, claim=claim, submitted_at=now)
    return delivery


def test_what_a_dead_sender_submitted_is_in_doubt_and_not_sent(now: datetime) -> None:
    delivery = left_in_hand(DeliveryState.SUBMITTING, now=now)

    with LocalRelay() as relay:
        relay.deliver(now=now)
        arrived = relay.messages

    delivery.refresh_from_db()
    assert (delivery.state, arrived) == (DeliveryState.UNCERTAIN, [])


def test_what_a_dead_sender_only_claimed_is_sent(now: datetime) -> None:
    delivery = left_in_hand(DeliveryState.CLAIMED, now=now)

    with LocalRelay() as relay:
        relay.deliver(now=now)
        arrived = relay.messages

    delivery.refresh_from_db()
    assert (delivery.state, len(arrived)) == (DeliveryState.ACCEPTED, 1)


def test_the_database_refuses_two_mails_in_submission_of_one_claim(now: datetime) -> None:
    dispatch_to("noor@a.example", "wen@a.example", now=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.update(state=DeliveryState.SUBMITTING, sender=1, claim=uuid4())


def test_the_database_refuses_a_mail_in_hand_of_nobody(now: datetime) -> None:
    dispatch_to("noor@a.example", now=now)

    with pytest.raises(IntegrityError, match="a_message_in_hand_has_a_claim"), transaction.atomic():
        Delivery.objects.update(state=DeliveryState.CLAIMED)


def test_a_person_clears_a_doubt(doubted: Delivery, now: datetime) -> None:
    confirm_accepted(doubted, told="Noor has read it.", now=now)

    doubted.refresh_from_db()
    assert (doubted.state, doubted.dispatch.state) == (DeliveryState.ACCEPTED, DispatchState.DONE)
    assert progress_of(doubted.dispatch).by_state == {"accepted": 1}


def test_a_doubt_is_cleared_once(doubted: Delivery, now: datetime) -> None:
    confirm_accepted(doubted, told="", now=now)

    with pytest.raises(SteeringRefused):
        confirm_accepted(doubted, told="", now=now)


def test_a_doubted_mail_is_not_sent_again_within_a_quarter_of_an_hour(doubted: Delivery, now: datetime) -> None:
    with pytest.raises(SteeringRefused):
        release_uncertain(doubted, now=now + timedelta(minutes=14))


def test_a_person_has_a_doubted_mail_sent_again_under_the_same_id(doubted: Delivery, now: datetime) -> None:
    later = now + timedelta(minutes=20)

    release_uncertain(doubted, now=later)

    with LocalRelay() as relay:
        relay.deliver(now=later)
        (message,) = relay.messages
    assert message["Message-ID"] == message_id_of(doubted)
    assert progress_of(doubted.dispatch).by_state == {"uncertain": 1}


def test_a_paused_dispatch_goes_on(now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", now=now)
    pause_dispatch(dispatch, reason="A link is wrong.")

    resume_dispatch(dispatch)

    assert (dispatch.state, dispatch.reason) == (DispatchState.SENDING, "")


def test_a_cancelled_dispatch_says_what_became_of_each(now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", "wen@a.example", now=now)

    cancel_dispatch(dispatch, reason="Sent by mistake.", now=now)

    assert progress_of(dispatch).by_state == {"cancelled": 2}
    with pytest.raises(SteeringRefused):
        resume_dispatch(dispatch)


def test_a_dispatch_to_nobody_is_refused(now: datetime) -> None:
    said = {"en": Rendered(subject="The assembly opens", text="…")}

    with pytest.raises(NothingToSend):
        enqueue(stream=Stream.BULLETIN, about="Bulletin 118", renderings=said, recipients=[], now=now)
