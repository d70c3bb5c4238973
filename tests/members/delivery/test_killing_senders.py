"""kill -9 of a sender at any moment: none lost, none doubled, at most one of its mails in doubt, and named."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql

from tests.factories.delivery import LocalRelay

READERS = 60
# The messages at which the relay, before it answers, has every sender killed.
FATAL = {7, 20, 41}


@dataclass(kw_only=True)
class Ledger:
    """A database that other processes may use, and the processes that send from it."""

    url: str
    var: Path
    relay: LocalRelay
    senders: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        shared = {"DATABASE_URL": self.url, "SMTP_URL": self.relay.url, "VAR_DIR": str(self.var)}
        return {**os.environ, **shared, "DJANGO_SETTINGS_MODULE": "cms.settings.dev"}

    def run(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "tests.members.delivery.ledger_of_its_own", *arguments]
        done = subprocess.run(command, env=self.environment, cwd=settings.BASE_DIR, check=True, capture_output=True)
        return done.stdout.decode()

    def tell(self) -> dict[str, Any]:
        return dict(json.loads(self.run("tell")))

    def start_sender(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "manage.py", "send_mail"]
        sender = subprocess.Popen(
            command, env=self.environment, cwd=settings.BASE_DIR, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        self.senders.append(sender)
        return sender

    def send_and_start_again(self, *, together: int) -> None:
        """Start senders, again after each kill, until a round of them ends by itself."""
        for _round in range(6):
            senders = [self.start_sender() for _number in range(together)]
            errors = [sender.communicate(timeout=120)[1].decode() for sender in senders]
            codes = {sender.returncode for sender in senders}
            assert codes <= {0, -signal.SIGKILL}, errors
            if codes == {0}:
                return

    def kill_senders(self) -> None:
        for sender in self.senders:
            sender.kill()

    def arrivals(self) -> Counter[str]:
        return Counter(one.recipients[0] for one in self.relay.received)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A file beside the test on SQLite; a database of its own on the server that the tests use otherwise."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'ledger.sqlite3'}"
        return
    about = connection.settings_dict
    name = f"ledger_{os.getpid()}"
    server = f"postgresql://{about['USER']}:{about['PASSWORD']}@{about['HOST'] or 'localhost'}:{about['PORT'] or 5432}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield f"{server}/{name}"
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def ledger(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Iterator[Ledger]:
    """A dispatch to sixty addresses, and a relay that kills every sender when a chosen message has come."""
    names = getattr(request, "param", ["reader"])
    with LocalRelay() as relay:
        made = Ledger(url=database_url, var=tmp_path, relay=relay)
        made.run("fill", str(READERS), *names)
        relay.handler.watch = lambda number: made.kill_senders() if number in FATAL else None
        yield made
        made.kill_senders()
        for sender in made.senders:
            sender.communicate()


def test_a_killed_sender_loses_and_doubles_nothing(ledger: Ledger) -> None:
    ledger.send_and_start_again(together=1)

    told = ledger.tell()
    # Each kill came between a dot and its answer: the mail had arrived, and nobody but the relay could know.
    assert told["states"] == {"accepted": READERS - 3, "uncertain": 3}
    assert told["tally"] == told["states"]
    assert ledger.arrivals() == Counter({f"reader{n}@lantern.example": 1 for n in range(READERS)})
    assert len(told["uncertain"]) == 3


def test_two_senders_share_the_work_and_survive_being_killed_together(ledger: Ledger) -> None:
    ledger.send_and_start_again(together=2)

    told = ledger.tell()
    arrivals = ledger.arrivals()
    assert max(arrivals.values()) == 1
    # A mail whose body was cut off before its dot is in doubt too when the kill fell behind the mark.
    assert set(arrivals) | set(told["uncertain"]) == {f"reader{n}@lantern.example" for n in range(READERS)}
    assert told["states"]["accepted"] + told["states"]["uncertain"] == READERS
    assert told["states"]["uncertain"] <= 6


@pytest.mark.parametrize("ledger", [["reader", "refuse", "defer"]], indirect=True)
def test_refusals_and_delays_between_the_kills_change_nothing_of_it(ledger: Ledger) -> None:
    ledger.send_and_start_again(together=2)

    told = ledger.tell()
    arrivals = ledger.arrivals()
    assert (told["states"]["refused"], told["states"]["deferred"]) == (READERS // 3, READERS // 3)
    assert max(arrivals.values()) == 1
    assert set(arrivals) | set(told["uncertain"]) == {f"reader{n}@lantern.example" for n in range(0, READERS, 3)}
    assert told["states"].get("uncertain", 0) <= 4
