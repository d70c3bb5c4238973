"""Asking Django for a page by its key alone, and deciding whether the answer may be kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from cms.front.addresses import Key, environ_of
from cms.front.answers import Answer, Header
from cms.front.generation import Age, watch
from cms.front.hearing import Hearing, Proof, hearing
from cms.front.shelf import LIFE_OF_A_404_SECONDS, LIFE_SECONDS, Entry

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
MOST_BYTES = 1_000_000
ATTEMPTS = 3
VARIES_BY = {"accept-encoding", "cookie"}


@dataclass(frozen=True, slots=True)
class Rendered:
    """`entry` is None when the data moved at each attempt: then the answer is for whoever asked, once."""

    answer: Answer
    entry: Entry | None


def rendered(application: Application, key: Key) -> Rendered | None:
    """None when this page may not be kept: then the request is to be answered whole, by Django."""
    answer = None
    for _attempt in range(ATTEMPTS):
        before = watch.current()
        with hearing() as asked:
            answer, close = _answer_of(application, key)
        try:
            if before is None or not is_to_keep(answer, asked):
                return None
            proof = Proof.of(asked)
            made_at = monotonic()
            if watch.now() == before:
                return Rendered(answer=answer, entry=_entry(answer, before, proof, made_at=made_at))
        finally:
            close()
    return None if answer is None else Rendered(answer=answer, entry=None)


def _entry(answer: Answer, age: Age, proof: Proof, *, made_at: float) -> Entry:
    """What does not exist lives shortly, and is the first to go: anybody can ask for any number of such pages."""
    life = LIFE_SECONDS if answer.is_complete else LIFE_OF_A_404_SECONDS
    until, seen_at = made_at + life, watch.looked_at
    return Entry(answer=answer, age=age, proof=proof, until=until, seen_at=seen_at, asked_for=answer.is_complete)


def _answer_of(application: Application, key: Key) -> tuple[Answer, Callable[[], None]]:
    """The answer, and what ends the request for Django (its connection may be needed until then)."""
    said: list[tuple[str, list[Header]]] = []
    parts = application(environ_of(key), lambda status, headers, *_: said.append((status, headers)))
    body = b"".join(parts)
    status, headers = said[-1]
    return Answer(status=status, headers=tuple(headers), body=body), getattr(parts, "close", lambda: None)


def is_to_keep(answer: Answer, asked: Hearing) -> bool:
    headers = {name.lower(): value for name, value in answer.headers}
    if answer.is_complete:
        may = "public" in _words(headers.get("cache-control", ""))
    else:
        may = answer.status.startswith("404")
    return (
        may
        and asked.provable
        and "set-cookie" not in headers
        and _words(headers.get("vary", "")) <= VARIES_BY
        and "nonce-" not in headers.get("content-security-policy", "")
        and len(answer.body) <= MOST_BYTES
    )


def _words(header: str) -> set[str]:
    return {word.strip().lower() for word in header.split(",") if word.strip()}
