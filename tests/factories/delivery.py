"""Mail in tests: dispatches, and a relay on loopback that receives what the sender really sends."""

import asyncio
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self, TypeVar
from uuid import UUID

from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db.models import Max
from django.test import override_settings
from django.utils import timezone

from infra.ci.smtp_server import Received, Spool, Weather
from members.delivery.actions import enqueue
from members.delivery.models import Delivery, Dispatch
from members.delivery.rules import WAITING, Recipient, Rendered, Stream
from members.delivery.tasks import send_due

T = TypeVar("T")
Watch = Callable[[int], None]


def dispatch_to(*addresses: str, now: datetime, stream: Stream = Stream.BULLETIN, language: str = "en") -> Dispatch:
    """The same short mail to each address."""
    said = Rendered(subject="The assembly opens", text="Dear [[name]]\n", html="<p>Dear [[name]]</p>")
    people = [Recipient(address=address, language=language, name="Noor") for address in addresses]
    return enqueue(stream=stream, about="Bulletin 118", renderings={language: said}, recipients=people, now=now)


def message_id_of(delivery: Delivery) -> str:
    """As every attempt of this mail has it."""
    return f"<{delivery.uid}@{parseaddr(delivery.dispatch.from_address)[1].rpartition('@')[2]}>"


def body_of(message: EmailMessage, kind: str) -> str:
    """The part of that kind (plain, html), its lines ended by a line feed and none at its end."""
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n").rstrip("\n")


class Watched(Weather):
    """Tells a watcher, before it answers the dot, how many messages have come so far."""

    def __init__(self, spool: Spool, *, watch: Watch | None) -> None:
        super().__init__(spool)
        self.watch = watch
        self.numbers = itertools.count(1)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = await super().handle_DATA(server, session, envelope)
        if self.watch is not None:
            self.watch(next(self.numbers))
        return answer


class LocalRelay:
    """A relay on a free port of loopback. The weather is chosen by the address: see infra/ci/smtp_server.py.

    `watch` is called with 1, 2, 3… when a message is kept and not yet answered.
    """

    def __init__(self, *, watch: Watch | None = None, patience: int = 5) -> None:
        self.folder = TemporaryDirectory()
        self.spool = Spool(Path(self.folder.name) / "received.jsonl")
        self.handler = Watched(self.spool, watch=watch)
        self.patience = patience
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.port = 0
        # More of the relay's address, such as `&rate=5`.
        self.options = ""

    def __enter__(self) -> Self:
        self.thread.start()
        self.server = self._run(asyncio.run_coroutine_threadsafe(self._listen(), self.loop))
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_error: object) -> None:
        self._run(asyncio.run_coroutine_threadsafe(self._stop(), self.loop))
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()
        self.folder.cleanup()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?patience={self.patience}{self.options}"

    @property
    def received(self) -> list[Received]:
        """Envelope and message of each that was kept, in the order of their coming."""
        return self.spool.received()

    @property
    def messages(self) -> list[EmailMessage]:
        return [one.message for one in self.received]

    def deliver(self, *, now: datetime | None = None) -> int:
        """Run the worker's sender until nothing is due; how many the relay accepted."""
        last = Delivery.objects.filter(state__in=WAITING).aggregate(last=Max("due_at"))["last"]
        moment = now or max(last or timezone.now(), timezone.now())
        with override_settings(SMTP_URL=self.url):
            return send_due(moment)

    async def _listen(self) -> asyncio.Server:
        return await self.loop.create_server(
            lambda: SMTP(self.handler, enable_SMTPUTF8=True, hostname="plenary.test"), host="127.0.0.1", port=0
        )

    async def _stop(self) -> None:
        self.server.close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    @staticmethod
    def _run(future: "Future[T]") -> "T":
        return future.result(timeout=10)


BOUNCE = """\
To: b+{uid.hex}@bounces.kite.example
Message-ID: <{message_id}>
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="cut"

--cut
Content-Type: text/plain

I am sorry to have to tell you that your message could not be delivered.
--cut
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Original-Envelope-Id: {uid.hex}

Final-Recipient: rfc822; noor@a.example
Action: {action}
Status: {status}
Diagnostic-Code: {said}

--cut
Content-Type: text/rfc822-headers

Message-ID: <{uid}@kite.example>
--cut--
"""
COMPLAINT = """\
To: abuse@kite.example
Message-ID: <complaint@mx.example>
Content-Type: multipart/report; report-type=feedback-report; boundary="cut"

--cut
Content-Type: message/feedback-report

Feedback-Type: abuse
--cut
Content-Type: message/rfc822

Message-ID: <{uid}@kite.example>
Subject: The assembly opens

Dear Noor
--cut--
"""


def bounce_of(
    uid: UUID,
    *,
    action: str = "failed",
    status: str = "5.1.1",
    said: str = "smtp; 550 5.1.1 User unknown",
    message_id: str = "bounce@mx.example",
) -> bytes:
    """A delivery report as mail servers write it (RFC 3464)."""
    text = BOUNCE.format(uid=uid, action=action, status=status, said=said, message_id=message_id)
    return text.replace("\n", "\r\n").encode()


def complaint_about(uid: UUID) -> bytes:
    """What a provider sends when a reader presses “this is spam” (RFC 5965)."""
    return COMPLAINT.format(uid=uid).replace("\n", "\r\n").encode()
