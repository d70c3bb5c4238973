"""Django's and allauth's mails go through the ledger."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from django.utils import timezone, translation
from pytest_django import Settings

from members.delivery.backends import AttachmentRefused
from members.delivery.models import Delivery, Dispatch
from members.delivery.rules import HeaderRefused
from tests.factories.delivery import LocalRelay

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ledger_backend(settings: Settings) -> None:
    """Django's test runner puts its own backend in the place of every other one."""
    settings.EMAIL_BACKEND = "members.delivery.backends.LedgerBackend"


def test_a_message_becomes_a_mail_for_each_address() -> None:
    sent = send_mail("Your code", "123456", None, ["noor@a.example", "Wen C <wen@a.example>"])

    assert sent == 1
    assert set(Delivery.objects.values_list("address", "state")) == {
        ("noor@a.example", "pending"),
        ("wen@a.example", "pending"),
    }
    assert Dispatch.objects.get().stream == "account"


def test_what_arrives_is_what_was_written() -> None:
    message = EmailMultiAlternatives("Votre code", "123456", None, ["noor@a.example"], reply_to=["desk@kite.example"])
    message.attach_alternative("<b>123456</b>", "text/html")
    with translation.override("fr"):
        message.send()

    with LocalRelay() as relay:
        relay.deliver(now=timezone.now() + timedelta(seconds=1))
        (arrived,) = relay.messages

    assert (arrived["Subject"], arrived["Reply-To"], arrived["Content-Language"]) == (
        "Votre code",
        "desk@kite.example",
        "fr",
    )
    html = arrived.get_body(("html",))
    assert html is not None and html.get_content().strip() == "<b>123456</b>"


def test_a_message_to_nobody_is_not_sent() -> None:
    assert EmailMessage("Your code", "123456", None, []).send() == 0
    assert not Dispatch.objects.exists()


@pytest.mark.parametrize(
    "message",
    [
        EmailMessage("Your code\nBcc: everybody@kite.example", "123456", None, ["noor@a.example"]),
        EmailMessage("Your code", "123456", None, ["noor@a.example\nBcc: everybody@kite.example"]),
    ],
)
def test_a_header_that_would_slip_in_is_refused(message: EmailMessage) -> None:
    with pytest.raises(HeaderRefused):
        message.send()

    assert not Delivery.objects.exists()


def test_files_are_not_mailed() -> None:
    message = EmailMessage("Your data", "…", None, ["noor@a.example"], attachments=[("data.csv", "a,b", "text/csv")])

    with pytest.raises(AttachmentRefused):
        message.send()
