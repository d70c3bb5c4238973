"""What can be found: where documents come from, as which kind they are shown, and what an index knows each by."""

from __future__ import annotations

from enum import StrEnum

ROWS = 1 << 24  # numbers of one source; with the source in front, a number stays below 2 ** 28 (rules.documents)


class Source(StrEnum):
    """Where a document comes from. The place in this list is part of its number: a new source comes last."""

    STUDY = "study"
    PAGE = "page"
    GROUP = "group"
    DISCUSSION = "discussion"
    DOCUMENT = "document"
    MEETING = "meeting"
    ASSEMBLY = "assembly"
    PAPER = "paper"
    MOTION = "motion"
    MINUTES = "minutes"
    DECISION = "decision"
    BULLETIN = "bulletin"
    ORGANISATION = "organisation"
    PERSON = "person"


class Kind(StrEnum):
    """What it is to a reader, in the order in which the page names them."""

    STUDY = "study"
    PAGE = "page"
    DISCUSSION = "discussion"
    DOCUMENT = "document"
    MEETING = "meeting"
    MOTION = "motion"
    DECISION = "decision"
    MINUTES = "minutes"
    BULLETIN = "bulletin"
    GROUP = "group"
    ORGANISATION = "organisation"
    PERSON = "person"


ORDER = tuple(Source)


def kind_of(source: Source) -> Kind:
    """The papers of an assembly are documents, and an assembly is a meeting."""
    if source is Source.PAPER:
        return Kind.DOCUMENT
    return Kind.MEETING if source is Source.ASSEMBLY else Kind(source)


def id_of(source: Source, key: object) -> str:
    """`discussion-12`. A study is known by its translation key alone, as it always was."""
    return str(key) if source is Source.STUDY else f"{source}-{key}"


def parts_of_id(id: str) -> tuple[Source, str]:
    """The source and its key: what `id_of` was given."""
    word, _dash, key = id.partition("-")
    return (Source(word), key) if word in set(Source) else (Source.STUDY, id)


def number_of(source: Source, row: int) -> int:
    """Two rows of one source have the same number only when they are sixteen million apart: then their tie stays."""
    return ORDER.index(source) * ROWS + row % ROWS
