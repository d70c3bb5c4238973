"""Asking several real processes, until all of them say the same."""

import http.client
import time
from collections.abc import Callable, Mapping

from django.db import connections

from tests.bench.serving import Server

PROCESSES = 2
A_SECOND, A_WHILE = 1.0, 0.3
# How long to wait for what should be there after one second: how late it is shall be seen, not only that it is.
PATIENCE_SECONDS = 8.0


def address_of(alias: str) -> str:
    found = connections[alias].settings_dict
    if connections[alias].vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    secret = f":{found['PASSWORD']}" if found["PASSWORD"] else ""
    return f"postgres://{found['USER']}{secret}@{found['HOST']}:{found['PORT']}/{found['NAME']}"


def asked(server: Server, path: str, **headers: str) -> tuple[int, str, Mapping[str, str]]:
    line = http.client.HTTPConnection(*server.address, timeout=30)
    try:
        line.request("GET", path, headers=headers)
        answer = line.getresponse()
        return (
            answer.status,
            answer.read().decode(errors="replace"),
            {name.lower(): value for name, value in answer.getheaders()},
        )
    finally:
        line.close()


def warm(servers: list[Server], *paths: str) -> None:
    """Every process has the page in its memory, and says it from there."""
    for server in servers:
        for path in paths:
            tags = {asked(server, path)[2].get("etag") for _ in range(2)}
            assert len(tags) == 1


def all_say(servers: list[Server], path: str, what: Callable[[int, str], bool]) -> float:
    """Seconds until the last question that was answered otherwise; then every process has said the same for a while."""
    began, otherwise = time.monotonic(), 0.0
    while True:
        answers = [(time.monotonic() - began, *asked(server, path)[:2]) for server in servers]
        otherwise = max([otherwise, *(since for since, status, body in answers if not what(status, body))])
        assert otherwise < PATIENCE_SECONDS, answers
        if answers[0][0] > otherwise + A_WHILE:
            return otherwise


def says(text: str) -> Callable[[int, str], bool]:
    return lambda status, body: status == 200 and text in body


def is_gone(status: int, _body: str) -> bool:
    return status == 404
