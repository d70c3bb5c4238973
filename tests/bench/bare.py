"""The least that a WSGI server can be asked for: what it does itself, and nothing else."""

from collections.abc import Callable, Iterable
from typing import Any

BODY = [b"A bare answer."]
HEADERS = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(BODY[0])))]


def application(_environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", HEADERS)
    return BODY
