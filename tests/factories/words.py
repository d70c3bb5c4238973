"""Counting the words of a paper: what goes in must come out, in a field, unplaced, or named as left out."""

import re
from collections import Counter
from dataclasses import asdict
from typing import Any

from cms.case_studies.headings import heading, section_of
from cms.case_studies.marks import LABEL, NUMBERED, PHASE, PURPOSE, TIP
from cms.case_studies.mending import clean, mended
from cms.case_studies.values import Study
from cms.papers import Paper

FIELDS = (
    "title",
    "organisation",
    "summary",
    "objective",
    "phases",
    "result",
    "impact",
    "challenges",
    "recommendations",
    "contacts",
    "unplaced",
    "furniture",
)


def said(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(said(item) for key, item in value.items())
    return " ".join(said(item) for item in value) if isinstance(value, list | tuple) else str(value)


def lost_and_made_up(paper: Paper, study: Study) -> tuple[list[str], list[str]]:
    """Words of the paper that are nowhere, and words of the study that are not in the paper.

    Not counted are headings and labels, whose place is their meaning, and the words of a timeline, which became dates.
    """
    kept = words(" ".join(said(asdict(study)[name]) for name in FIELDS))
    lines = [clean(line.text) for line in paper.lines]
    there: Counter[str] = Counter()
    for at, place in enumerate(study.places):
        if place != "timeline" and not is_part_of_heading(lines, at):
            there += words(unlabelled(lines[at]))
    whole = re.sub(r"[\W_]", "", clean(paper.text.replace("-\n", "").replace("\n", " "))).casefold()
    joined = re.sub(r"[\W_]", "", said([asdict(study)[name] for name in FIELDS])).casefold()
    lost = [word for word in (there - kept) if word not in joined]
    return lost, [word for word in (kept - there) if word not in whole]


def is_part_of_heading(lines: list[str], at: int) -> bool:
    """Of one that was wrapped over two or three lines."""
    spans = [(start, start + length) for length in (2, 3) for start in range(at - length + 1, at + 1) if start >= 0]
    return any(section_of(joined_lines(lines[start:end])) for start, end in spans)


def joined_lines(lines: list[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        text = mended(text, line, words=frozenset())
    return text


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def unlabelled(line: str) -> str:
    """Without what only says what the rest is."""
    if section_of(line) or LABEL.match(line):
        return ""
    line = NUMBERED.sub(r"\1", line)
    for pattern, name in ((PHASE, "title"), (TIP, "said")):
        match = pattern.match(line)
        if match:
            return str(match[name])
    purpose = PURPOSE.match(line)
    opened = heading(line, set_apart=True)
    return purpose[1] if purpose else opened[1] if opened else line
