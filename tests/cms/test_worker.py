import logging
import threading
from datetime import datetime

import pytest

from cms import worker
from cms.worker import Chore, look_once, look_until


def broken(_now: datetime) -> int:
    raise RuntimeError("no connection")


def test_a_chore_that_breaks_is_logged_and_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(
        worker, "CHORES", (Chore(name="mail", work=broken), Chore(name="journal", work=lambda _now: 3))
    )

    with caplog.at_level(logging.ERROR):
        done = look_once()

    assert done == 3
    assert caplog.messages == ["The chore “mail” broke; it is tried again at the next look."]


def test_the_worker_looks_again_at_once_while_there_is_work(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, left = threading.Event(), [5]

    def work(_now: datetime) -> int:
        left[0] -= 1
        if left[0] == 0:
            stop.set()
        return left[0]

    monkeypatch.setattr(worker, "CHORES", (Chore(name="mail", work=work),))
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker, "LOOK_EVERY_SECONDS", 3600.0)

    look_until(stop)

    assert left == [0]
