"""A public lot: anybody with the published seed draws the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def drawn_order(candidates: Iterable[int], *, seed: str) -> list[int]:
    """By SHA-256 of the seed and the candidate's number; the first drawn comes first."""
    return sorted(candidates, key=lambda number: (_ticket(number, seed=seed), number))


def _ticket(number: int, *, seed: str) -> bytes:
    return hashlib.sha256(f"plenary/lot/v1\x00{seed}\x00{number}".encode()).digest()
