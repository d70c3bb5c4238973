"""Challenges and recommendations: texts under headings of their own."""

import re
from dataclasses import replace

from cms.case_studies.flowing import flowing
from cms.case_studies.pieces import LONGEST_SUBHEADING, Kind, Piece
from cms.case_studies.values import Passage
from cms.case_studies.words import Names

# "Human resources: the plan asks for more hands." The heading stands before its text, on the same line.
LABELLED = re.compile(r"^(?P<heading>[A-ZÀ-ÝÑ][^.:;!?\n]{2,60}?)\s*:\s+(?P<text>\S.*)$", re.DOTALL)


def passages_of(found: list[Piece], *, names: Names) -> tuple[Passage, ...]:
    made: list[Passage] = []
    heading, body = "", list[Piece]()
    for piece in [*with_headings(found), Piece(kind=Kind.SUBHEADING, text="")]:
        if piece.kind not in (Kind.SUBHEADING, Kind.PHASE):
            body.append(piece)
            continue
        if heading or body:
            made.append(Passage(heading=heading, text=flowing(body)))
        heading, body = names.sentence(piece.text.rstrip(" :")), []
    return tuple(made) if len(made) != 1 or made[0].heading else labelled(found) or tuple(made)


def with_headings(found: list[Piece]) -> list[Piece]:
    """Where each short point stands above a paragraph, the points are headings."""
    points, bodies = found[::2], found[1::2]
    paired = bool(found) and len(points) == len(bodies)
    if not paired or any(piece.kind is not Kind.TEXT for piece in bodies) or not all(map(is_short_point, points)):
        return found
    return [replace(piece, kind=Kind.SUBHEADING) if piece in points else piece for piece in found]


def is_short_point(piece: Piece) -> bool:
    return (
        piece.kind is Kind.STEP and len(piece.text) <= LONGEST_SUBHEADING and not piece.text.endswith((".", ";", ","))
    )


def labelled(found: list[Piece]) -> tuple[Passage, ...]:
    """Where every paragraph or point begins with its heading and a colon; else nothing."""
    said = [LABELLED.match(piece.text) for piece in found]
    if not said or not all(said):
        return ()
    return tuple(Passage(heading=match["heading"], text=match["text"]) for match in said if match)
