"""Questions to the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from governance.ledger.models import Entry
from governance.ledger.rules import Broken, Line, first_broken


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`entries` walked, the last one's fingerprint, and the first that does not follow (None: the chain holds)."""

    entries: int
    head: str
    broken: Broken | None

    @property
    def holds(self) -> bool:
        return self.broken is None


def verify() -> Verdict:
    """Walks the whole chain from the first entry."""
    last = Entry.objects.order_by("-n").first()
    return Verdict(
        entries=Entry.objects.count(),
        head=last.fingerprint if last else "",
        broken=first_broken(_lines()),
    )


def _lines() -> Iterator[Line]:
    for entry in Entry.objects.order_by("n").iterator(chunk_size=1000):
        yield Line(n=entry.n, at=entry.at, kind=entry.kind, body=entry.body, previous=entry.previous, hash=entry.hash)
