"""What becomes of a mail between the claim and the settle, when something comes between."""

from collections.abc import Callable
from datetime import datetime, timedelta
from email import message_from_bytes
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import override_settings
from pytest_django import Settings

from members.delivery.actions import send_until_nothing_is_due
from members.delivery.actions.handling import Hand
from members.delivery.actions.relay_files import FileRelay
from members.delivery.models import Delivery, Dispatch, Gate, Sender
from members.delivery.queries import progress_of
from members.delivery.rules import DeliveryState, DispatchState, Reply, Verdict
from tests.factories.delivery import LocalRelay, dispatch_to

pytestmark = pytest.mark.django_db


def just_before_the_mark(monkeypatch: pytest.MonkeyPatch, act: Callable[[], Any]) -> None:
    mark = Hand.mark

    def late(self: Hand, delivery: Delivery, *, now: datetime) -> bool:
        act()
        return mark(self, delivery, now=now)

    monkeypatch.setattr(Hand, "mark", late)


@pytest.mark.parametrize(
    ("steered", "state", "reply"),
    [
        (DispatchState.CANCELLED, DeliveryState.CANCELLED, "The dispatch was cancelled."),
        (DispatchState.PAUSED, DeliveryState.PENDING, ""),
    ],
)
def test_a_mail_in_hand_finds_out_at_its_mark(
    now: datetime, monkeypatch: pytest.MonkeyPatch, steered: DispatchState, state: DeliveryState, reply: str
) -> None:
    dispatch_to("noor@a.example", now=now)
    just_before_the_mark(monkeypatch, lambda: Dispatch.objects.update(state=steered.value))

    with LocalRelay() as relay:
        relay.deliver(now=now)
        arrived = relay.messages

    assert (arrived, Delivery.objects.get().state, Delivery.objects.get().reply) == ([], state, reply)


def test_after_two_days_a_mail_is_given_up(now: datetime) -> None:
    dispatch_to("defer@a.example", now=now - timedelta(days=2))

    with LocalRelay() as relay:
        relay.deliver(now=now)

    assert Delivery.objects.get().state == DeliveryState.REFUSED
    assert Delivery.objects.get().reply == "Given up after two days: 451 4.3.0 Try again later"


def test_what_cannot_be_composed_is_refused_and_holds_up_nothing(now: datetime) -> None:
    dispatch_to("noor@a.example", "wen@a.example", now=now)
    Delivery.objects.filter(address="noor@a.example").update(name="Noor\nBcc: x@y.example")

    with LocalRelay() as relay:
        relay.deliver(now=now)
        arrived = [one.recipients for one in relay.received]

    assert arrived == [("wen@a.example",)]
    assert Delivery.objects.get(address="noor@a.example").reply.startswith("554 It could not be composed")


def test_a_run_that_is_over_gives_back_what_it_claimed(now: datetime) -> None:
    dispatch_to("noor@a.example", now=now)

    with LocalRelay() as relay, override_settings(SMTP_URL=relay.url):
        accepted = send_until_nothing_is_due(lambda: now, pause=lambda _seconds: None, until=now)

    assert (accepted, Delivery.objects.get().state, Delivery.objects.get().claim) == (0, DeliveryState.PENDING, None)


def test_a_relay_that_does_not_answer_shuts_the_gate_for_a_while(now: datetime) -> None:
    dispatch_to("noor@a.example", now=now)

    with override_settings(SMTP_URL="smtp://127.0.0.1:1"):
        for _attempt in range(2):
            send_until_nothing_is_due(lambda: now, pause=lambda _seconds: None)
            Gate.objects.filter(closed_until=now + timedelta(minutes=1)).update(closed_until=None)

    assert Delivery.objects.get().state == DeliveryState.PENDING
    assert Gate.objects.get().closed_until == now + timedelta(minutes=2)


def test_a_late_answer_clears_the_doubt_of_its_own_claim(now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", now=now)
    sender = Sender.objects.create(number=1, claim=uuid4(), lease_until=now)
    Delivery.objects.update(state=DeliveryState.UNCERTAIN, sender=1, claim=sender.claim, submitted_at=now)

    Hand(sender=sender).settle(Delivery.objects.get(), Verdict.ACCEPTED, Reply(code=250, text="Kept"), now=now)

    assert Delivery.objects.get().state == DeliveryState.ACCEPTED
    assert progress_of(dispatch).by_state == {"accepted": 1, "uncertain": -1}


def test_an_answer_to_another_s_claim_changes_nothing(now: datetime) -> None:
    dispatch_to("noor@a.example", now=now)
    sender = Sender.objects.create(number=1, claim=uuid4(), lease_until=now)
    Delivery.objects.update(state=DeliveryState.UNCERTAIN, sender=2, claim=uuid4())

    Hand(sender=sender).settle(Delivery.objects.get(), Verdict.ACCEPTED, Reply(code=250), now=now)

    assert Delivery.objects.get().state == DeliveryState.UNCERTAIN


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.SMTP_URL, settings.MAIL_DIR = "", tmp_path / "mail"
    return tmp_path / "mail"


def test_without_a_relay_each_mail_is_a_file_named_by_its_uid(now: datetime, folder: Path) -> None:
    mail = dispatch_to("noor@a.example", now=now).deliveries.get()

    call_command("send_mail")

    (written,) = folder.glob("*.eml")
    assert written.name == f"{mail.uid}.eml"
    assert message_from_bytes(written.read_bytes())["Subject"] == "The assembly opens"
    assert Delivery.objects.get().reply == f"250 Written to {mail.uid}.eml"


def test_a_mail_that_is_stopped_at_its_mark_leaves_no_file(
    now: datetime, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dispatch_to("noor@a.example", now=now)
    just_before_the_mark(monkeypatch, lambda: Dispatch.objects.update(state=DispatchState.CANCELLED.value))

    call_command("send_mail")

    assert [path.name for path in folder.iterdir() if path.suffix in (".eml", ".part")] == []


def test_a_file_forgets_what_was_not_finished(folder: Path) -> None:
    relay = FileRelay(folder=folder)
    relay.forget()

    assert not relay.has_spoken()
    assert not folder.exists()
