"""A case study as it was read: plain values."""

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    ORGANISATION = "organisation"
    SUMMARY = "summary"
    OBJECTIVE = "objective"
    TIMELINE = "timeline"
    PROCESS = "process"
    RESULT = "result"
    IMPACT = "impact"
    CHALLENGES = "challenges"
    RECOMMENDATIONS = "recommendations"
    CONTACTS = "contacts"
    OTHER = "other"


class Doubt(StrEnum):
    """What a person should look at before publishing."""

    NO_HEADING = "no_heading"
    NO_ORGANISATION = "no_organisation"
    NO_SUMMARY = "no_summary"
    NO_IMPACT = "no_impact"
    PREAMBLE = "preamble"
    TIMELINE = "timeline"
    LOOSE_TEXT = "loose_text"
    FURNITURE = "furniture"
    SMALL_PRINT = "small_print"
    SIDEBAR = "sidebar"
    OTHER_SECTIONS = "other_sections"
    BLANK_PAGES = "blank_pages"
    PERSONAL_DATA = "personal_data"


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """ISO 8601 dates to the precision that the text gives; empty where it gives none."""

    begins: str = ""
    ends: str = ""
    ongoing: bool = False


@dataclass(frozen=True, kw_only=True)
class Phase:
    title: str
    purpose: str = ""
    steps: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Passage:
    text: str
    heading: str = ""


@dataclass(frozen=True, kw_only=True)
class Study:
    """Paragraphs of a text are parted by an empty line; the lines of `contacts` stay lines.

    `furniture`: running heads, footers and page numbers, each once: all that is left out. `places`: for each line of
    the paper, the field that it went to; a label such as "Tip:" goes with what it labels.
    """

    language: str
    title: str
    organisation: str
    summary: str
    objective: str
    timeline: Timeline
    phases: tuple[Phase, ...]
    result: str
    impact: str
    challenges: tuple[Passage, ...]
    recommendations: tuple[Passage, ...]
    contacts: str
    personal_data: tuple[str, ...]
    unplaced: str
    furniture: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    blank_pages: tuple[int, ...] = ()
    doubts: tuple[Doubt, ...] = ()
