"""What kind of piece a line opens, by what it begins with and how it looks."""

from __future__ import annotations

import re
from dataclasses import replace

from cms.case_studies.headings import is_capitals
from cms.case_studies.marks import BULLET, LABEL, NUMBERED, PHASE, PURPOSE, ROUND, SIGNS, TIP
from cms.case_studies.mending import ENDS
from cms.case_studies.pieces import BY_HEADING, FLOWING, LONGEST_SUBHEADING, Kind, Piece, Seen
from cms.case_studies.values import Section


def marked(seen: Seen, *, section: Section | None, last: Piece | None) -> tuple[Kind, str]:
    """By what the line begins with."""
    phase = PHASE.match(seen.text)
    if phase and is_phase(phase, seen, section=section):
        return Kind.PHASE, phase["title"]
    if section is Section.PROCESS:
        labelled = in_process(seen)
        if labelled:
            return labelled
    tip = TIP.match(seen.text)
    if tip and tip["word"][:1].isupper() and (tip["said"] or seen.emphasised or seen.line.gap):
        return Kind.TIP, tip["said"]
    numbered = NUMBERED.match(seen.text) if section in BY_HEADING else None
    if numbered and is_subheading(replace(seen, text=numbered[1]), section=section):
        return Kind.SUBHEADING, numbered[1]
    bullet = bulleted(seen, section=section, last=last)
    if bullet is not None:
        return Kind.STEP, bullet
    return (Kind.SUBHEADING if is_subheading(seen, section=section) else Kind.TEXT), seen.text


def in_process(seen: Seen) -> tuple[Kind, str] | None:
    purpose = PURPOSE.match(seen.text)
    if purpose:
        return Kind.PURPOSE, purpose[1]
    return (Kind.LABEL, "") if LABEL.match(seen.text) else None


def is_phase(phase: re.Match[str], seen: Seen, *, section: Section | None) -> bool:
    """A sentence may begin with "Phase 2 of the plan"; a title has a mark after its number, or is set apart."""
    if section in (*BY_HEADING, Section.RESULT, Section.IMPACT) and not seen.emphasised:
        return False
    titled = seen.alone and section is Section.PROCESS and is_title(phase["title"])
    return seen.text[0].isupper() and bool(phase["mark"] or not phase["title"] or seen.emphasised or titled)


def is_title(words: str) -> bool:
    return words[:1].isupper() and len(words) <= LONGEST_SUBHEADING and not words.endswith((".", ";", ",", "-"))


def opens_process(piece: Piece, section: Section | None) -> bool:
    return piece.kind is Kind.PHASE and section not in (*BY_HEADING, Section.RESULT, Section.IMPACT)


def bulleted(seen: Seen, *, section: Section | None, last: Piece | None) -> str | None:
    """The text behind a bullet; a dash or a number in the middle of a sentence is none."""
    match = BULLET.match(seen.text) or ROUND.match(seen.text)
    if not match:
        return None
    if seen.text[0] in SIGNS:
        return match[1]
    begins = last is None or seen.line.gap or last.kind not in FLOWING or last.text.endswith(ENDS)
    listed = last is not None and last.kind is Kind.STEP and (match[1][:1].isupper() or last.text.endswith((",", ";")))
    if not begins and not listed:
        return None
    # Outside the process a number may be what the text goes by.
    return seen.text if section is not Section.PROCESS and NUMBERED.match(seen.text) else match[1]


def is_subheading(seen: Seen, *, section: Section | None) -> bool:
    """In capitals, but in a name; where texts go by heading, also in other type, or short with white around it."""
    if is_capitals(seen.text):
        return section is not Section.ORGANISATION
    broken = seen.text.endswith("-") and not seen.emphasised
    short = len(seen.text) <= LONGEST_SUBHEADING and not seen.text.endswith((".", ";", ",")) and not broken
    if section not in BY_HEADING or not short or not seen.text[:1].isupper():
        return seen.line.heading and section in BY_HEADING
    stands_alone = seen.alone and len(seen.text.split()) <= 9 and bool(seen.next) and seen.line.wraps is not True
    return seen.line.heading or seen.line.bold or seen.large or stands_alone
