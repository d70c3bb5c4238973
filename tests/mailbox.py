"""A mail server that really speaks SMTP, and what arrived there."""

import asyncio
import os
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from infra.ci.smtp_server import Received, Spool, listen


class Mailbox:
    """Everything that the server accepted since the test began."""

    def __init__(self, *, url: str, spool: Spool, now: datetime) -> None:
        self.url = url
        self.now = now
        self._spool = spool
        self._since = spool.size()

    @property
    def messages(self) -> list[Received]:
        return self._spool.received(after=self._since)

    def deliver(self, *, now: datetime | None = None) -> list[Received]:
        """Run the worker's sender once and return everything that has arrived so far."""
        from members.delivery.tasks import send_due

        send_due(now or max(self.now, timezone.now()))
        return self.messages


@pytest.fixture
def mailbox(settings: Settings, smtp_service: tuple[str, Path], now: datetime) -> Mailbox:
    """SMTP_URL leads to a server on loopback; `deliver()` sends what is due and gives what arrived."""
    settings.SMTP_URL, path = smtp_service
    # Django's test runner would keep mail in memory.
    settings.EMAIL_BACKEND = "members.delivery.backends.LedgerBackend"
    return Mailbox(url=settings.SMTP_URL, spool=Spool(path), now=now)


@pytest.fixture(scope="session")
def smtp_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of the mail server and the file where it keeps mail: the given service, else one of our own."""
    if os.environ.get("SMTP_URL") and os.environ.get("SMTP_SPOOL"):
        yield os.environ["SMTP_URL"], Path(os.environ["SMTP_SPOOL"])
        return
    spool = Spool(tmp_path_factory.mktemp("smtp") / "spool.jsonl")
    server = ServerInThread(spool)
    yield f"smtp://127.0.0.1:{server.port}", spool.path
    server.stop()


class ServerInThread:
    """The mail server on a port that the system chooses, in a thread of its own."""

    def __init__(self, spool: Spool) -> None:
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(spool,), daemon=True)
        self._thread.start()
        assert self._ready.wait(timeout=10), "the mail server did not start"

    def _run(self, spool: Spool) -> None:
        server = self._loop.run_until_complete(listen(spool, port=0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        self._loop.run_until_complete(self._finish())
        self._loop.close()

    async def _finish(self) -> None:
        """Conversations that stall on purpose end with the tests."""
        conversations = asyncio.all_tasks() - {asyncio.current_task()}
        for conversation in conversations:
            conversation.cancel()
        await asyncio.gather(*conversations, return_exceptions=True)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
