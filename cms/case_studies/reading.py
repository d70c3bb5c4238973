"""Reading a case study out of the text of a file, in the layout of the series. Text in, values out; nothing is lost.

The layout: a title, the preamble of the series, then headed sections in a fixed set (see `headings`); the process in
numbered phases with a purpose, bulleted steps and tips; challenges and recommendations under headings in capitals.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cms.case_studies.lines import Kind, Piece, pieces
from cms.case_studies.timeline import read_timeline
from cms.case_studies.values import Doubt, Passage, Phase, Section, Study, Timeline
from cms.case_studies.words import Names, language_of, personal_data

BULLETED = "• "


@dataclass(kw_only=True)
class Parts:
    """The pieces by section, before they are understood. `before`: what stands above the first heading."""

    before: list[Piece] = field(default_factory=list)
    sections: dict[Section, list[Piece]] = field(default_factory=dict)
    page_numbers: int = 0

    def of(self, section: Section) -> list[Piece]:
        return self.sections.get(section, [])


def read_study(text: str) -> Study:
    """Reads `text` whatever it is; what does not fit the layout comes back in `unplaced`."""
    text = unicodedata.normalize("NFC", text).lstrip("\ufeff")
    parts, names = parted(pieces(text)), Names.of(text)
    title, preamble = title_of(parts.before)
    timeline, odd_timeline = timeline_of(parts.of(Section.TIMELINE))
    phases, loose = phases_of(parts.of(Section.PROCESS), names=names)
    study = Study(
        language=language_of(text),
        title=names.sentence(title),
        organisation=flowing(parts.of(Section.ORGANISATION)).replace("\n\n", "; "),
        summary=flowing(parts.of(Section.SUMMARY)),
        objective=flowing(parts.of(Section.OBJECTIVE)),
        timeline=timeline,
        phases=phases,
        result=flowing(parts.of(Section.RESULT)),
        impact=flowing(parts.of(Section.IMPACT)),
        challenges=passages_of(parts.of(Section.CHALLENGES), names=names),
        recommendations=passages_of(parts.of(Section.RECOMMENDATIONS), names=names),
        contacts="\n".join(piece.text for piece in parts.of(Section.CONTACTS)),
        personal_data=personal_data(text),
        unplaced="\n\n".join(filter(None, (preamble, odd_timeline, loose))),
    )
    rest = {Doubt.PREAMBLE: preamble, Doubt.TIMELINE: odd_timeline, Doubt.LOOSE_TEXT: loose}
    return replace(study, doubts=(*doubts_of(study, parts=parts), *(doubt for doubt in rest if rest[doubt])))


def doubts_of(study: Study, *, parts: Parts) -> Iterator[Doubt]:
    if not parts.sections:
        yield Doubt.NO_HEADING
    if not study.organisation:
        yield Doubt.NO_ORGANISATION
    if not study.summary:
        yield Doubt.NO_SUMMARY
    if not study.impact:
        yield Doubt.NO_IMPACT
    if parts.page_numbers:
        yield Doubt.PAGE_NUMBERS
    if any(datum not in study.contacts for datum in study.personal_data):
        yield Doubt.PERSONAL_DATA


def parted(found: list[Piece]) -> Parts:
    parts = Parts()
    current = parts.before
    for piece in found:
        if piece.kind is Kind.PAGE_NUMBER:
            parts.page_numbers += 1
        elif piece.section is None:
            current.append(piece)
        else:
            current = parts.sections.setdefault(piece.section, [])
            if piece.text:
                kind = Kind.LINE if piece.section is Section.CONTACTS else Kind.TEXT
                current.append(Piece(kind=kind, text=piece.text))
    return parts


def title_of(before: list[Piece]) -> tuple[str, str]:
    """The title, and whatever else stands above the first heading."""
    if not before:
        return "", ""
    return before[0].text, flowing(before[1:])


def flowing(found: list[Piece]) -> str:
    return "\n\n".join(worded(piece) for piece in found if piece.text)


def worded(piece: Piece) -> str:
    return BULLETED + piece.text if piece.kind is Kind.STEP else piece.text


def timeline_of(found: list[Piece]) -> tuple[Timeline, str]:
    """The timeline, and its text once more if not all of it was understood."""
    text = flowing(found)
    if not text:
        return Timeline(), ""
    timeline, whole = read_timeline(text)
    return timeline, "" if whole else text


def phases_of(found: list[Piece], *, names: Names) -> tuple[tuple[Phase, ...], str]:
    """The phases, and what stands among them without being a purpose, a step or a tip."""
    made: list[Phase] = []
    loose: list[Piece] = []
    for group in grouped(found):
        title = names.sentence(group[0].text) if group[0].kind is Kind.PHASE else ""
        purposes, steps, tips = (texts(group, kind) for kind in (Kind.PURPOSE, Kind.STEP, Kind.TIP))
        loose += [piece for piece in group if piece.kind in (Kind.TEXT, Kind.CAPITALS)]
        if title or purposes or steps or tips:
            made.append(Phase(title=title, purpose="\n\n".join(purposes), steps=steps, tips=tips))
    return tuple(made), flowing(loose)


def texts(group: list[Piece], kind: Kind) -> tuple[str, ...]:
    return tuple(piece.text for piece in group if piece.kind is kind and piece.text)


def grouped(found: list[Piece]) -> Iterator[list[Piece]]:
    """A phase's title with all that follows it; first, what stands before any phase."""
    group: list[Piece] = []
    for piece in found:
        if piece.kind is Kind.PHASE and group:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def passages_of(found: list[Piece], *, names: Names) -> tuple[Passage, ...]:
    made: list[Passage] = []
    heading, body = "", []
    for piece in [*found, Piece(kind=Kind.CAPITALS, text="")]:
        if piece.kind not in (Kind.CAPITALS, Kind.PHASE):
            body.append(piece)
            continue
        if heading or body:
            made.append(Passage(heading=heading, text=flowing(body)))
        heading, body = names.sentence(piece.text.rstrip(" :")), []
    return tuple(made)
