"""The process of a study: its phases, each with its purpose, its steps and its tips."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cms.case_studies.pieces import Kind, Piece
from cms.case_studies.values import Phase
from cms.case_studies.words import Names


@dataclass(kw_only=True)
class Group:
    """A phase's title with all that follows it, sorted."""

    title: str = ""
    purposes: list[Piece] = field(default_factory=list)
    steps: list[Piece] = field(default_factory=list)
    tips: list[Piece] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)

    @property
    def says(self) -> bool:
        return bool(self.title or self.purposes or self.steps or self.tips)


def phases_of(found: list[Piece], *, names: Names) -> tuple[tuple[Phase, ...], list[Piece]]:
    """The phases, and what stands among them without being a purpose, a step or a tip."""
    groups = [sorted_out(group) for group in grouped(found)]
    made = tuple(
        Phase(
            title=names.sentence(group.title),
            purpose="\n\n".join(texts(group.purposes)),
            steps=texts(group.steps),
            tips=texts(group.tips),
        )
        for group in groups
        if group.says
    )
    return made, [piece for group in groups for piece in group.loose]


def texts(found: list[Piece]) -> tuple[str, ...]:
    return tuple(piece.text for piece in found if piece.text)


def grouped(found: list[Piece]) -> Iterator[list[Piece]]:
    """First, what stands before any phase."""
    group: list[Piece] = []
    for piece in found:
        if piece.kind is Kind.PHASE and group:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def sorted_out(found: list[Piece]) -> Group:
    """ "Tips:" alone opens a list of tips. Under a title, paragraphs without any bullet are the steps."""
    group = Group(title=found[0].text if found[0].kind is Kind.PHASE else "")
    listing_tips = False
    for piece in found[1:] if found[0].kind is Kind.PHASE else found:
        listing_tips = (piece.kind is Kind.TIP and not piece.text) or (listing_tips and piece.kind is Kind.STEP)
        shelf = {Kind.PURPOSE: group.purposes, Kind.TIP: group.tips, Kind.STEP: group.steps, Kind.LABEL: group.steps}
        (group.tips if listing_tips else shelf.get(piece.kind, group.loose)).append(piece)
    if group.title and not texts(group.steps):
        group.steps, group.loose = [*group.loose], []
    return group
