"""A page as it was drawn: its words and frames, before anybody asked in which order they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from cms.papers.values import Box
from cms.papers.words import Word


@dataclass(kw_only=True)
class Sheet:
    """`number` from 1; sizes in points."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
