"""Feedback: counted once, told to the person who looks, and never again to a dead address."""

import io
import sys
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from pytest_django import Settings

from members.delivery.actions import allow_again, take_report
from members.delivery.actions.tallying import add_to_tally
from members.delivery.models import Delivery, Dispatch, Feedback, Suppression
from members.delivery.queries import progress_of, returned_deliveries
from members.delivery.rules import DeliveryState, FeedbackKind, Report, Stream
from members.delivery.tasks import report_returned
from tests.factories.delivery import LocalRelay, bounce_of, complaint_about, dispatch_to, message_id_of

pytestmark = pytest.mark.django_db


def accepted(*addresses: str, now: datetime, stream: Stream = Stream.BULLETIN) -> list[Delivery]:
    """Mails as they stand when the relay has taken them."""
    dispatch = dispatch_to(*addresses, now=now, stream=stream)
    Delivery.objects.update(state=DeliveryState.ACCEPTED.value)
    add_to_tally(dispatch.pk, sender=1, state=DeliveryState.ACCEPTED, n=len(addresses))
    return list(dispatch.deliveries.order_by("pk"))


def report(mail: Delivery, kind: FeedbackKind, *, event_id: str = "1", detail: str = "") -> Report:
    return Report(uid=mail.uid, kind=kind, event_id=event_id, detail=detail)


def stopped() -> set[tuple[str, str]]:
    return set(Suppression.objects.values_list("address", "stream"))


def test_a_bounce_counts_once_and_stops_what_may_be_stopped(now: datetime) -> None:
    (mail,) = accepted("Noor@a.example", now=now)
    told = report(mail, FeedbackKind.BOUNCED, detail="5.1.1 User unknown")

    first, second = (take_report(told, source="mail", now=now) for _time in range(2))

    assert (first, second) == (True, False)
    assert progress_of(mail.dispatch).by_state == {"bounced": 1}
    assert progress_of(mail.dispatch).accepted == 1
    assert stopped() == {("noor@a.example", one) for one in ("bulletin", "group", "saved_search")}
    assert returned_deliveries(mail.dispatch)[0].feedback.get().detail == "5.1.1 User unknown"


def test_a_full_mailbox_stops_nothing(now: datetime) -> None:
    (mail,) = accepted("noor@a.example", now=now)

    take_report(report(mail, FeedbackKind.BOUNCED, detail="5.2.2 full"), source="mail", now=now)

    assert stopped() == set()
    assert Delivery.objects.get().state == DeliveryState.BOUNCED


def test_a_delay_is_kept_and_changes_nothing(now: datetime) -> None:
    (mail,) = accepted("noor@a.example", now=now)

    take_report(report(mail, FeedbackKind.DELAYED, detail="4.4.1"), source="mail", now=now)

    assert (Delivery.objects.get().state, Feedback.objects.get().kind) == ("accepted", "delayed")


def test_a_reader_who_complains_of_what_was_delivered_gets_no_more_of_it(now: datetime) -> None:
    (mail,) = accepted("noor@a.example", now=now)

    take_report(report(mail, FeedbackKind.DELIVERED, event_id="1"), source="mail", now=now)
    take_report(report(mail, FeedbackKind.COMPLAINED, event_id="2"), source="mail", now=now)

    assert Delivery.objects.get().state == DeliveryState.COMPLAINED
    assert progress_of(mail.dispatch).complained == 1
    assert stopped() == {("noor@a.example", "bulletin")}


def test_a_delivery_that_is_told_late_does_not_undo_a_bounce(now: datetime) -> None:
    (mail,) = accepted("noor@a.example", now=now)

    take_report(report(mail, FeedbackKind.BOUNCED, event_id="1"), source="mail", now=now)
    take_report(report(mail, FeedbackKind.DELIVERED, event_id="2"), source="mail", now=now)

    assert Delivery.objects.get().state == DeliveryState.BOUNCED


def test_feedback_clears_a_doubt_and_ends_the_dispatch(now: datetime) -> None:
    dispatch_to("lose@a.example", now=now)
    with LocalRelay() as relay:
        relay.deliver(now=now)
    mail = Delivery.objects.get()

    take_report(report(mail, FeedbackKind.DELIVERED), source="mail", now=now)

    assert (Delivery.objects.get().state, Dispatch.objects.get().state) == ("delivered", "done")


def test_a_report_of_nobody_s_mail_is_nothing(now: datetime) -> None:
    (mail,) = accepted("noor@a.example", now=now)
    Delivery.objects.all().delete()

    assert not take_report(report(mail, FeedbackKind.BOUNCED), source="mail", now=now)
    assert not Feedback.objects.exists()


def test_the_database_counts_a_report_once(now: datetime) -> None:
    (mail,) = accepted("noor@a.example", now=now)
    row: dict[str, Any] = {"source": "mail", "event_id": "1", "delivery": mail, "kind": "bounced", "at": now}
    Feedback.objects.create(**row)

    with pytest.raises(IntegrityError), transaction.atomic():
        Feedback.objects.create(**row)


def test_too_many_bounces_pause_what_still_goes(now: datetime) -> None:
    mails = accepted(*(f"reader{n}@a.example" for n in range(20)), now=now)

    for number, mail in enumerate(mails):
        state = Dispatch.objects.get().state
        take_report(report(mail, FeedbackKind.BOUNCED, event_id=str(number)), source="mail", now=now)

    assert (state, Dispatch.objects.get().state) == ("sending", "paused")
    assert "Too many of these mails came back" in Dispatch.objects.get().reason


def test_a_relay_that_knows_no_such_address_stops_it_at_once(now: datetime) -> None:
    dispatch_to("refuse@a.example", now=now)

    with LocalRelay() as relay:
        relay.deliver(now=now)

    assert {stream for _address, stream in stopped()} == {"bulletin", "group", "saved_search"}


def test_an_address_is_allowed_again(now: datetime) -> None:
    (mail,) = accepted("noor@a.example", now=now)
    take_report(report(mail, FeedbackKind.COMPLAINED), source="mail", now=now)

    allow_again(Suppression.objects.get())

    assert stopped() == set()


def test_a_mail_that_came_back_is_read_and_taken(now: datetime) -> None:
    one, two = accepted("noor@a.example", "wen@a.example", now=now)

    told = report_returned(bounce_of(one.uid), now), report_returned(complaint_about(two.uid), now)

    assert told == (True, True)
    assert list(Delivery.objects.order_by("pk").values_list("state", flat=True)) == ["bounced", "complained"]
    assert not report_returned(b"Subject: Hello\r\n\r\nHello", now)


def test_a_mail_server_pipes_a_report_into_the_command(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    (mail,) = accepted("noor@a.example", now=now)

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(bounce_of(mail.uid))))
    call_command("take_report")

    assert Delivery.objects.get().state == DeliveryState.BOUNCED
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(bounce_of(mail.uid))))
    with pytest.raises(CommandError, match="no report of a mail of ours"):
        call_command("take_report")


def test_each_mail_has_a_return_path_of_its_own_and_a_message_id_of_its_author(
    now: datetime, settings: Settings
) -> None:
    mail = dispatch_to("noor@a.example", now=now).deliveries.get()

    with LocalRelay() as relay:
        relay.options = "&bounces=bounces.kite.example"
        relay.deliver(now=now)
        (one,) = relay.received

    assert one.sender == f"b+{mail.uid.hex}@bounces.kite.example"
    assert one.message["Message-ID"] == message_id_of(mail)
    assert one.message["From"] == settings.DEFAULT_FROM_EMAIL
