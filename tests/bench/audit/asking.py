"""The request of a page once more, inside this process: what it costs the server."""

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from django.db import connections
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.audit.report import BUDGETS, Seen

WARM = 2
# It is asked until so many in a row were no quicker than the quickest, and no oftener than the most: longer where the
# quickest is still over its budget, so that a busy machine says nothing about a page.
QUIET, MOST = 6, 24
QUIET_OVER_BUDGET, MOST_OVER_BUDGET = 20, 80
NO_BUDGET = float("inf")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request as the browser sent it."""

    url: str
    method: str = "GET"
    body: str = ""
    content_type: str = "application/x-www-form-urlencoded"


@dataclass(frozen=True, kw_only=True)
class Cost:
    queries: int
    cpu_ms: float


def client_with(cookies: Mapping[str, str], *, host: str) -> Client:
    client = Client(raise_request_exception=False, headers={"host": host})
    for name, value in cookies.items():
        client.cookies[name] = value
    return client


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Afterwards both databases say again what they said before. Not by a transaction: pages remember nothing in one,
    so a form that was refused would cost more than it does."""
    copies = {alias: sqlite3.connect(":memory:") for alias in connections}
    for alias, copy in copies.items():
        connections[alias].ensure_connection()
        connections[alias].connection.backup(copy)
    try:
        yield
    finally:
        for alias, copy in copies.items():
            copy.backup(connections[alias].connection)
            copy.close()


def answer(client: Client, asked: Asked) -> HttpResponseBase:
    parts = urlsplit(asked.url)
    address = f"{parts.path}?{parts.query}" if parts.query else parts.path
    if asked.method == "POST":
        return client.post(address, data=asked.body, content_type=asked.content_type)
    return client.get(address)


def cost(client: Client, asked: Asked, *, budget_ms: float = NO_BUDGET) -> Cost:
    """By a process that is warm, in a thread like those of the server: in this one Playwright's event loop runs, and
    asgiref's locals, which Django asks for its language and its connections, are several times slower beside one."""
    with ThreadPoolExecutor(max_workers=1) as apart:
        return apart.submit(_cost, client, asked, budget_ms=budget_ms).result()


def asked_again(one: Seen, *, host: str) -> Seen:
    """A public page that was over its budget, when there is no browser any more that takes the machine from it."""
    if one.method != "GET" or not one.is_slow:
        return one
    asked = Asked(url=f"http://{host}{one.address}")
    spent = cost(client_with({}, host=host), asked, budget_ms=BUDGETS["cpu_ms"])
    return replace(one, cpu_ms=min(one.cpu_ms, spent.cpu_ms))


def _cost(client: Client, asked: Asked, *, budget_ms: float) -> Cost:
    """The quickest of several: the browser beside it, which still lays out the page that was looked at, only adds to
    the others."""
    try:
        with nothing_kept() if asked.method == "POST" else nullcontext():
            for _ in range(WARM):
                answer(client, asked)
            quickest = _quickest(client, asked, budget_ms=budget_ms)
            with ExitStack() as stack:
                counted = [stack.enter_context(CaptureQueriesContext(connections[alias])) for alias in connections]
                answer(client, asked)
    finally:
        connections.close_all()
    said = [query["sql"] for queries in counted for query in queries.captured_queries]
    ours = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
    return Cost(queries=sum(not sql.startswith(ours) for sql in said), cpu_ms=round(quickest * 1000, 1))


def _quickest(client: Client, asked: Asked, *, budget_ms: float) -> float:
    """In seconds."""
    times = [_seconds(client, asked)]
    while is_asked_again(times, budget_ms=budget_ms):
        times.append(_seconds(client, asked))
    return min(times)


def is_asked_again(times: Sequence[float], *, budget_ms: float) -> bool:
    """`times` are the seconds that it took so far."""
    best = min(times)
    is_over = best * 1000 > budget_ms
    quiet, most = (QUIET_OVER_BUDGET, MOST_OVER_BUDGET) if is_over else (QUIET, MOST)
    return len(times) < most and len(times) - times.index(best) <= quiet


def _seconds(client: Client, asked: Asked) -> float:
    began = time.thread_time()
    answer(client, asked)
    return time.thread_time() - began
