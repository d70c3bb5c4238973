"""Reading in a process of its own: whatever a file does to its parser, it does it there, within limits."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from cms.papers import limits
from cms.papers.kinds import kind_of
from cms.papers.reading import Asked, read
from cms.papers.refusals import Unreadable
from cms.papers.values import Kind, Paper, paper_from_json
from cms.papers.why import Refused, Why

HOUSE = Path(__file__).resolve().parents[2]
PROGRAM = "cms.papers.child"


def read_paper(content: bytes | IO[bytes], *, name: str) -> Paper:
    """All of a paper, in reading order. Raises Unreadable with a sentence. `name` is kept, and trusted for nothing."""
    return _read(content, name=name, asked=Asked(whole=True))


def text_of(content: bytes | IO[bytes], *, name: str) -> str:
    """The words of a paper for a search: of its first 300 pages, without running heads. Raises Unreadable."""
    paper = _read(content, name=name, asked=Asked(whole=False))
    flow = replace(paper, lines=tuple(line for line in paper.lines if line.place != "margin"))
    return flow.text


def _read(content: bytes | IO[bytes], *, name: str, asked: Asked) -> Paper:
    try:
        held = _held(content)
        if kind_of(held) is Kind.TEXT:
            return replace(read(held, asked=asked), name=name)
        return replace(_read_elsewhere(held, asked=asked), name=name)
    except Refused as refusal:
        raise Unreadable(refusal.why) from refusal


def _held(content: bytes | IO[bytes]) -> bytes:
    """The bytes, of which one more than allowed is read at most."""
    held = content if isinstance(content, bytes) else content.read(limits.MOST_BYTES + 1)
    if len(held) > limits.MOST_BYTES:
        raise Refused(Why.TOO_LARGE)
    if not held.strip():
        raise Refused(Why.EMPTY)
    return held


def _read_elsewhere(content: bytes, *, asked: Asked) -> Paper:
    """What the process wrote, or Refused: also when it was killed for taking too much, or fell over."""
    with TemporaryFile() as given, TemporaryFile() as said:
        given.write(content)
        given.seek(0)
        if not _ran(given, said, asked=asked):
            raise Refused(Why.TOO_COSTLY)
        said.seek(0)
        return _answer(said.read(limits.MOST_BYTES_SAID))


def _ran(given: IO[bytes], said: IO[bytes], *, asked: Asked) -> bool:
    """Whether it came to an end by itself. Its memory and processor time are limited by itself, first of all."""
    command = [sys.executable, "-B", "-E", "-s", "-m", PROGRAM, "whole" if asked.whole else "cut"]
    try:
        done = subprocess.run(
            command,
            stdin=given,
            stdout=said,
            stderr=subprocess.DEVNULL,
            cwd=HOUSE,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
            timeout=limits.MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _answer(written: bytes) -> Paper:
    try:
        said: dict[str, Any] = json.loads(written)
        if "why" in said:
            raise Refused(Why(said["why"]))
        return paper_from_json(said)
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(Why.DAMAGED) from error
