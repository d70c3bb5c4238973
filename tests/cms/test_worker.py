import logging
import threading
from datetime import datetime

import pytest

from cms import worker
from cms.worker import Chore, look_until

LONG = 20.0


def only(monkeypatch: pytest.MonkeyPatch, *chores: Chore) -> None:
    """These chores and no others, on no database."""
    monkeypatch.setattr(worker, "CHORES", chores)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)


def test_a_chore_that_breaks_is_logged_and_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop, broke = threading.Event(), threading.Event()

    def breaks(_now: datetime) -> int:
        broke.set()
        raise RuntimeError("no connection")

    def waits(_now: datetime) -> int:
        assert broke.wait(LONG)
        stop.set()
        return 0

    only(monkeypatch, Chore(name="mail", work=breaks), Chore(name="journal", work=waits))

    with caplog.at_level(logging.ERROR):
        look_until(stop)

    assert caplog.messages[0] == "The chore “mail” broke; it is tried again at the next look."


def test_a_slow_chore_does_not_hold_up_another(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, searched = threading.Event(), threading.Event()

    def slow(_now: datetime) -> int:
        assert searched.wait(LONG)
        stop.set()
        return 0

    def quick(_now: datetime) -> int:
        searched.set()
        return 0

    only(monkeypatch, Chore(name="mail", work=slow), Chore(name="journal", work=quick))

    look_until(stop)

    assert searched.is_set()


def test_the_worker_looks_again_at_once_while_there_is_work(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, left = threading.Event(), [5]

    def work(_now: datetime) -> int:
        left[0] -= 1
        if left[0] == 0:
            stop.set()
        return left[0]

    monkeypatch.setattr(worker, "LOOK_EVERY_SECONDS", 3600.0)
    only(monkeypatch, Chore(name="mail", work=work))

    look_until(stop)

    assert left == [0]
