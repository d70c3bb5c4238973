"""Several people at the same moment: for tests of what a lock or a constraint holds."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connections

Refusals = tuple[type[Exception], ...]
SECONDS = 60


def at_once(*doings: Callable[[], Any], refused: Refusals = ()) -> list[Any]:
    """Each in a thread with connections of its own, let go together: what it gave, or the refusal that it raised.

    Any other exception is the test's failure.
    """
    barrier = Barrier(len(doings))

    def run(doing: Callable[[], Any]) -> Any:
        try:
            barrier.wait(timeout=SECONDS)
            return doing()
        except refused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=len(doings)) as pool:
        return [one.result(timeout=SECONDS) for one in [pool.submit(run, doing) for doing in doings]]


def said_at_once(*doings: Callable[[], Any], refused: Refusals) -> list[Any]:
    """As `at_once`, with each refusal as its sentence."""
    return [str(end) if isinstance(end, refused) else end for end in at_once(*doings, refused=refused)]
