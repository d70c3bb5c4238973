"""The mail server of the tests does what the address says: each sentence here is one kind of bad day."""

import smtplib
from email.message import EmailMessage
from pathlib import Path

import pytest

from infra.ci.smtp_server import Spool
from tests.mailbox import Mailbox


def letter(*, to: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Le cerf-volant est prêt"
    message["From"] = "secretariat@kite.example"
    message["To"] = to
    message.set_content("Il vole à midi.")
    return message


def send(mailbox: Mailbox, *, to: str, seconds: float = 10) -> None:
    host, port = mailbox.url.removeprefix("smtp://").split(":")
    with smtplib.SMTP(host, int(port), timeout=seconds) as connection:
        connection.send_message(letter(to=to))


def test_an_ordinary_letter_arrives_as_it_was_sent(mailbox: Mailbox) -> None:
    send(mailbox, to="noor@lantern.example")

    (received,) = mailbox.messages
    assert received.sender == "secretariat@kite.example"
    assert received.recipients == ("noor@lantern.example",)
    assert received.message["Subject"] == "Le cerf-volant est prêt"
    assert received.message.get_content() == "Il vole à midi.\r\n"


def test_an_address_that_does_not_exist_is_refused_for_good(mailbox: Mailbox) -> None:
    with pytest.raises(smtplib.SMTPRecipientsRefused) as refusal:
        send(mailbox, to="refuse.noor@lantern.example")

    assert refusal.value.recipients["refuse.noor@lantern.example"][0] == 550
    assert mailbox.messages == []


def test_a_busy_server_asks_to_come_again(mailbox: Mailbox) -> None:
    with pytest.raises(smtplib.SMTPRecipientsRefused) as refusal:
        send(mailbox, to="defer.noor@lantern.example")

    assert refusal.value.recipients["defer.noor@lantern.example"][0] == 451
    assert mailbox.messages == []


def test_an_unwanted_letter_is_refused_after_it_was_read(mailbox: Mailbox) -> None:
    with pytest.raises(smtplib.SMTPDataError) as refusal:
        send(mailbox, to="reject.noor@lantern.example")

    assert refusal.value.smtp_code == 554
    assert mailbox.messages == []


def test_a_stalled_server_keeps_the_sender_waiting_until_it_gives_up(mailbox: Mailbox) -> None:
    with pytest.raises(smtplib.SMTPServerDisconnected, match="timed out"):
        send(mailbox, to="stall.noor@lantern.example", seconds=0.3)

    assert mailbox.messages == []


def test_a_dropped_connection_loses_the_letter(mailbox: Mailbox) -> None:
    with pytest.raises(smtplib.SMTPServerDisconnected):
        send(mailbox, to="drop.noor@lantern.example")

    assert mailbox.messages == []


def test_a_lost_answer_leaves_the_sender_in_doubt_though_the_letter_is_kept(mailbox: Mailbox) -> None:
    with pytest.raises(smtplib.SMTPServerDisconnected):
        send(mailbox, to="lose.noor@lantern.example")

    assert [received.recipients for received in mailbox.messages] == [("lose.noor@lantern.example",)]


def test_a_spool_that_does_not_exist_yet_is_empty(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool.jsonl")

    assert spool.received() == []
    assert spool.size() == 0
