"""Where mail goes next: a relay over SMTP, or files on disk when none is set."""

from typing import Protocol

from django.conf import settings

from members.delivery.actions.relay_files import FileRelay
from members.delivery.actions.relay_smtp import RelayUnreachable, SmtpRelay
from members.delivery.rules import Letter, Reply

__all__ = ["Relay", "RelayUnreachable", "open_relay"]


class Relay(Protocol):
    """One connection, one mail in hand."""

    def hand_over(self, letter: Letter, content: bytes) -> Reply | None:
        """Everything but the dot. None: it waits for the dot; else the relay's no (code 0: the line was lost)."""

    def has_spoken(self) -> bool:
        """Before the dot the relay owes nothing, so anything on the line is a farewell or a loss."""

    def finish(self) -> Reply:
        """The dot, and what the relay says to it; code 0 when no whole answer came."""

    def forget(self) -> None:
        """Make ready for the next mail after a no."""

    def close(self) -> None:
        """Hang up at once: what has no dot is thrown away by the relay."""


def open_relay() -> Relay:
    """RelayUnreachable when nobody answers, or not as the address promises."""
    if settings.SMTP_URL:
        return SmtpRelay.open(settings.SMTP_URL)
    return FileRelay(folder=settings.MAIL_DIR)
