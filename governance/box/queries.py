"""Questions to the box: nothing of a paper before the close."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from governance.box.models import BoardPaper
from governance.box.rules import code_of


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A paper on the board, by its tracking code."""

    code: str
    hash: str
    content: list[list[int]]


def board_of(key: str) -> list[Shown]:
    """Every paper in the order of its hash; empty before the close."""
    papers = BoardPaper.objects.filter(slot=key).order_by("hash")
    return [
        Shown(code=code_of(bytes.fromhex(paper.hash)), hash=paper.hash, content=json.loads(paper.content))
        for paper in papers
    ]


def contents_on(key: str) -> list[tuple[list[list[int]], int]]:
    """What is to be counted: (content, how many papers say it)."""
    said = BoardPaper.objects.filter(slot=key).order_by("content").values_list("content", flat=True)
    return [(json.loads(content), number) for content, number in Counter(said).items()]
