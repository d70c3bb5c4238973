"""Challenges and recommendations: texts under headings of their own."""

import re

from cms.case_studies.flowing import flowing
from cms.case_studies.pieces import Kind, Piece
from cms.case_studies.values import Passage
from cms.case_studies.words import Names

# "Human resources: the plan asks for more hands." The heading stands before its text, on the same line.
LABELLED = re.compile(r"^(?P<heading>[A-ZÀ-ÝÑ][^.:;!?\n]{2,60}?)\s*:\s+(?P<text>\S.*)$", re.DOTALL)


def passages_of(found: list[Piece], *, names: Names) -> tuple[Passage, ...]:
    made: list[Passage] = []
    heading, body = "", list[Piece]()
    for piece in [*found, Piece(kind=Kind.SUBHEADING, text="")]:
        if piece.kind not in (Kind.SUBHEADING, Kind.PHASE):
            body.append(piece)
            continue
        if heading or body:
            made.append(Passage(heading=heading, text=flowing(body)))
        heading, body = names.sentence(piece.text.rstrip(" :")), []
    return tuple(made) if len(made) != 1 or made[0].heading else labelled(found) or tuple(made)


def labelled(found: list[Piece]) -> tuple[Passage, ...]:
    """Where every paragraph or point begins with its heading and a colon; else nothing."""
    said = [LABELLED.match(piece.text) for piece in found]
    if not said or not all(said):
        return ()
    return tuple(Passage(heading=match["heading"], text=match["text"]) for match in said if match)
