"""Django's and allauth's mails go the way of every other mail: into the ledger, and out by the worker."""

from collections.abc import Sequence

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from cms.languages import LANGUAGES
from cms.languages.text import site_language
from members.delivery.actions import enqueue
from members.delivery.rules import Recipient, Rendered, Stream


class AttachmentRefused(ValueError):
    """Mails of the system carry no files: they link to a page that asks who is reading."""


class LedgerBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """How many were put into the ledger; each address of a message gets a mail of its own."""
        messages = [message for message in email_messages if message.recipients()]
        for message in messages:
            _enqueue(message)
        return len(messages)


def _enqueue(message: EmailMessage) -> None:
    if message.attachments:
        raise AttachmentRefused(message.subject)
    language = site_language() if site_language() in LANGUAGES else "en"
    subject = str(message.subject)
    enqueue(
        stream=Stream.ACCOUNT,
        about=subject,
        renderings={language: Rendered(subject=subject, text=str(message.body), html=_html(message))},
        recipients=[Recipient(address=address, language=language) for address in _addresses(message)],
        now=timezone.now(),
        from_address=message.from_email,
        reply_to=", ".join(message.reply_to),
    )


def _html(message: EmailMessage) -> str:
    parts = message.alternatives if isinstance(message, EmailMultiAlternatives) else []
    return next((str(content) for content, kind in parts if kind == "text/html"), "")


def _addresses(message: EmailMessage) -> list[str]:
    """The bare addresses; a line break in one is a header of somebody else's, and Recipient refuses it."""
    return [address.partition("<")[2].rstrip(">") if "<" in address else address for address in message.recipients()]
