"""A Django of three lines."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from taggit.models import Tag

from tests.cms.front.conftest import Reader, before

PUBLIC = ("Cache-Control", "public, max-age=0")


@dataclass
class Application:
    """Says how many tags there are, with these headers."""

    status: str = "200 OK"
    headers: list[tuple[str, str]] = field(default_factory=lambda: [PUBLIC])
    meanwhile: Callable[[], None] = lambda: None
    length: int = 0
    made: int = 0

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.made += 1
        count = Tag.objects.count()
        self.meanwhile()
        start_response(self.status, self.headers)
        return [f"{count} tags".encode() + b" " * self.length]


def front(application: Application) -> Reader:
    return before(application)
