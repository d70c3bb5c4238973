"""A link that opens an account does not lie in the ledger for ever."""

from datetime import datetime
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from members.delivery.actions import cancel_dispatch, confirm_accepted, forget_account_mail
from members.delivery.models import Delivery, Dispatch, Rendering
from members.delivery.rules import DeliveryState, Stream
from members.delivery.tasks import send_due
from tests.factories.delivery import LocalRelay, body_of, dispatch_to

pytestmark = pytest.mark.django_db
MIGRATION: Any = import_module("members.delivery.migrations.0004_forget_account_mail")
SAID = ("Dear [[name]]\n", "<p>Dear [[name]]</p>")


def kept() -> tuple[str, str]:
    said = Rendering.objects.get()
    return said.text, said.html


def test_an_account_mail_arrives_whole_and_is_then_forgotten(now: datetime) -> None:
    dispatch_to("noor@a.example", now=now, stream=Stream.ACCOUNT)
    before = Rendering.objects.get()

    with LocalRelay() as relay:
        relay.deliver()
        (arrived,) = relay.messages

    after = Rendering.objects.get()
    assert body_of(arrived, "plain") == "Dear Noor"
    assert (after.text, after.html) == ("", "")
    assert (after.subject, after.sha256) == (before.subject, before.sha256)
    assert forget_account_mail() == 0


@pytest.mark.parametrize("stream", [one for one in Stream if one is not Stream.ACCOUNT])
def test_what_is_not_about_an_account_stays(now: datetime, stream: Stream) -> None:
    dispatch_to("noor@a.example", now=now, stream=stream)
    Delivery.objects.update(state=DeliveryState.ACCEPTED.value)

    forgotten = forget_account_mail()

    assert (forgotten, kept()) == (0, SAID)


@pytest.mark.parametrize("state", ["pending", "deferred", "uncertain"])
def test_a_mail_that_may_still_leave_keeps_its_words(now: datetime, state: str) -> None:
    dispatch_to("noor@a.example", "wen@a.example", now=now, stream=Stream.ACCOUNT)
    Delivery.objects.update(state=DeliveryState.ACCEPTED.value)
    Delivery.objects.filter(address="wen@a.example").update(state=state)

    forgotten = forget_account_mail()

    assert (forgotten, kept()) == (0, SAID)


@pytest.mark.parametrize("state", ["accepted", "refused", "suppressed", "cancelled", "delivered", "bounced"])
def test_what_a_sender_left_behind_is_forgotten_at_the_next_look(now: datetime, state: str) -> None:
    dispatch_to("noor@a.example", now=now, stream=Stream.ACCOUNT)
    Delivery.objects.update(state=state)

    sent = [send_due(now) for _look in range(2)]

    assert (sent, kept(), Dispatch.objects.get().state) == ([0, 0], ("", ""), "done")


def test_a_doubt_that_a_person_clears_is_forgotten(now: datetime) -> None:
    dispatch_to("noor@a.example", now=now, stream=Stream.ACCOUNT)
    Delivery.objects.update(state=DeliveryState.UNCERTAIN.value)

    confirm_accepted(Delivery.objects.get(), told="Noor has it.", now=now)

    assert kept() == ("", "")


def test_what_is_cancelled_is_forgotten(now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", now=now, stream=Stream.ACCOUNT)

    cancel_dispatch(dispatch, reason="Wrong address", now=now)

    assert kept() == ("", "")


def test_the_migration_forgets_old_mails_of_accounts_and_no_others(now: datetime) -> None:
    old = dispatch_to("noor@a.example", now=now, stream=Stream.ACCOUNT)
    Delivery.objects.update(state=DeliveryState.ACCEPTED.value)
    doubtful = dispatch_to("noor@a.example", now=now, stream=Stream.ACCOUNT)
    Delivery.objects.filter(dispatch=doubtful).update(state=DeliveryState.UNCERTAIN.value)
    other = dispatch_to("noor@a.example", now=now, stream=Stream.STATUTORY)
    Delivery.objects.filter(dispatch=other).update(state=DeliveryState.ACCEPTED.value)

    MIGRATION.forget(apps, None)

    assert Rendering.objects.get(dispatch=old).text == Rendering.objects.get(dispatch=old).html == ""
    assert set(Rendering.objects.exclude(dispatch=old).values_list("text", flat=True)) == {SAID[0]}
