"""Reading a case study out of a paper, in the layout of the series. A paper in, values out; nothing is lost.

The layout: a title, the preamble of the series, then headed sections in a fixed set (see `headings`); the process in
numbered phases with a purpose, bulleted steps and tips; challenges and recommendations under headings of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypedDict

from cms.case_studies.flowing import flowing
from cms.case_studies.lines import pieces
from cms.case_studies.passages import passages_of
from cms.case_studies.personal import personal_data
from cms.case_studies.phases import phases_of
from cms.case_studies.pieces import Kind as PieceKind
from cms.case_studies.pieces import Piece
from cms.case_studies.timeline import read_timeline
from cms.case_studies.titles import title_of
from cms.case_studies.values import Doubt, Passage, Section, Study, Timeline
from cms.case_studies.words import Names, language_of
from cms.papers import Kind, Paper
from cms.papers.plain import lines_of


@dataclass(kw_only=True)
class Parts:
    """The pieces by section, before they are understood. `before`: what stands above the first heading."""

    before: list[Piece] = field(default_factory=list)
    sections: dict[Section, list[Piece]] = field(default_factory=dict)
    opened: dict[int, Section] = field(default_factory=dict)
    furniture: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    sidebars: list[Piece] = field(default_factory=list)

    def of(self, section: Section) -> list[Piece]:
        return self.sections.get(section, [])


def read_study(text: str) -> Study:
    """Of plain text, even of none."""
    lines = tuple(lines_of(text.lstrip("\ufeff")))
    return study_of(Paper(name="", kind=Kind.TEXT, lines=lines, pages=max((line.page for line in lines), default=1)))


def study_of(paper: Paper) -> Study:
    """Reads `paper` whatever it is; what does not fit the layout comes back in `unplaced`."""
    text = paper.text
    parts, names = parted(pieces(paper)), Names.of(text)
    title, preamble = title_of(parts.before)
    timeline, odd_timeline = timeline_of(parts.of(Section.TIMELINE))
    phases, loose = phases_of(parts.of(Section.PROCESS), names=names)
    left = left_over(parts, preamble=preamble, odd_timeline=odd_timeline, loose=loose)
    study = Study(
        language=language_of(text),
        title=names.sentence(" ".join(piece.text for piece in title)),
        timeline=timeline,
        phases=phases,
        personal_data=personal_data(text, contacts=[piece.text for piece in parts.of(Section.CONTACTS)]),
        unplaced="\n\n".join(filter(None, map(flowing, left.values()))),
        furniture=tuple(dict.fromkeys(piece.text for piece in parts.furniture)),
        places=places(paper, parts, unplaced=[piece for each in left.values() for piece in each]),
        blank_pages=paper.blank,
        **texts_of(parts, names=names),
    )
    return replace(study, doubts=(*doubts_of(study, parts=parts), *(doubt for doubt in left if flowing(left[doubt]))))


class Texts(TypedDict):
    """The fields that are the text under one heading."""

    organisation: str
    summary: str
    objective: str
    result: str
    impact: str
    challenges: tuple[Passage, ...]
    recommendations: tuple[Passage, ...]
    contacts: str


def texts_of(parts: Parts, *, names: Names) -> Texts:
    return Texts(
        organisation=flowing(parts.of(Section.ORGANISATION)).replace("\n\n", "; "),
        summary=flowing(parts.of(Section.SUMMARY)),
        objective=flowing(parts.of(Section.OBJECTIVE)),
        result=flowing(parts.of(Section.RESULT)),
        impact=flowing(parts.of(Section.IMPACT)),
        challenges=passages_of(parts.of(Section.CHALLENGES), names=names),
        recommendations=passages_of(parts.of(Section.RECOMMENDATIONS), names=names),
        contacts="\n".join(piece.text for piece in parts.of(Section.CONTACTS)),
    )


def left_over(
    parts: Parts, *, preamble: list[Piece], odd_timeline: list[Piece], loose: list[Piece]
) -> dict[Doubt, list[Piece]]:
    """What is unplaced, by why."""
    return {
        Doubt.PREAMBLE: preamble,
        Doubt.TIMELINE: odd_timeline,
        Doubt.LOOSE_TEXT: loose,
        Doubt.OTHER_SECTIONS: parts.of(Section.OTHER),
        Doubt.SIDEBAR: parts.sidebars,
        Doubt.SMALL_PRINT: parts.notes,
    }


def doubts_of(study: Study, *, parts: Parts) -> Iterator[Doubt]:
    """What a person should look at, in this order."""
    found = {
        Doubt.NO_HEADING: not parts.sections,
        Doubt.NO_ORGANISATION: not study.organisation,
        Doubt.NO_SUMMARY: not study.summary,
        Doubt.NO_IMPACT: not study.impact,
        Doubt.FURNITURE: bool(study.furniture),
        Doubt.BLANK_PAGES: bool(study.blank_pages),
        Doubt.PERSONAL_DATA: any(datum not in study.contacts for datum in study.personal_data),
    }
    return (doubt for doubt, holds in found.items() if holds)


def parted(found: list[Piece]) -> Parts:
    """Each piece to the section whose heading it stands under; a sidebar has its own headings or none."""
    parts = Parts()
    flow: Section | None = None
    inside: tuple[int, Section | None] = (0, None)
    for piece in found:
        if piece.group:
            inside = (piece.group, opened_by(piece, inside[1] if inside[0] == piece.group else None))
            put(parts, piece, section=inside[1], flow=flow)
        else:
            flow = opened_by(piece, flow)
            put(parts, piece, section=flow, flow=flow)
    return parts


def opened_by(piece: Piece, current: Section | None) -> Section | None:
    if piece.kind is PieceKind.SECTION:
        return piece.section
    closed = (Section.CHALLENGES, Section.RECOMMENDATIONS, Section.RESULT, Section.IMPACT)
    return Section.PROCESS if piece.kind is PieceKind.PHASE and current not in closed else current


def put(parts: Parts, piece: Piece, *, section: Section | None, flow: Section | None) -> None:
    shelf = shelf_of(parts, piece, section=section, flow=flow)
    if piece.kind is PieceKind.SECTION:
        parts.opened.update(dict.fromkeys(piece.at, section or Section.OTHER))
        if not piece.text:
            return
        piece = replace(piece, kind=PieceKind.LINE if section is Section.CONTACTS else PieceKind.TEXT)
    shelf.append(piece)


def shelf_of(parts: Parts, piece: Piece, *, section: Section | None, flow: Section | None) -> list[Piece]:
    kept = {PieceKind.FURNITURE: parts.furniture, PieceKind.NOTE: parts.notes}
    if piece.kind in kept:
        return kept[piece.kind]
    if section is not None:
        return parts.sections.setdefault(section, [])
    if piece.group:
        is_tip = piece.kind is PieceKind.TIP and flow is Section.PROCESS
        return parts.of(Section.PROCESS) if is_tip else parts.sidebars
    return parts.before


def timeline_of(found: list[Piece]) -> tuple[Timeline, list[Piece]]:
    """The timeline, and its pieces once more if not all of it was understood."""
    text = flowing(found)
    if not text:
        return Timeline(), []
    timeline, whole = read_timeline(text)
    return timeline, [] if whole else found


def places(paper: Paper, parts: Parts, *, unplaced: list[Piece]) -> tuple[str, ...]:
    """For each line of the paper, the field that it went to."""
    found: dict[int, str] = {at: str(section) for at, section in parts.opened.items()}
    for section, held in parts.sections.items():
        found.update((at, str(section)) for piece in held for at in piece.at)
    found.update((at, "title") for piece in parts.before for at in piece.at)
    found.update((at, "unplaced") for piece in unplaced for at in piece.at)
    found.update((at, "furniture") for piece in parts.furniture for at in piece.at)
    return tuple(found.get(at, "") for at in range(len(paper.lines)))
