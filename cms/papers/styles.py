"""How a paragraph of a Word file looks: as a heading, as a point of a list, in bold, close to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from cms.papers.values import Line

HEADING = re.compile(r"^(?:heading|titre|título|titulo|title|subtitle|sous-titre|subtítulo)\b", re.IGNORECASE)
LIST = re.compile(r"list|liste|lista|puce|bullet|viñeta", re.IGNORECASE)
# Paragraphs based on one another deeper than this are a loop.
DEEPEST = 12
# Half points in a size, twentieths of a point in a distance.
HALVES = 2


@dataclass(frozen=True, kw_only=True)
class Look:
    """`line` carries all but the text."""

    line: Line
    bullet: bool


class Styles:
    def __init__(self, document: Any) -> None:
        self.by_id = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}
        default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:sz')}")
        self.usual = number(default, default=20) / HALVES

    def look(self, paragraph: Any) -> Look:
        chain = self.chain(paragraph)
        name = self.name(chain[0]) if chain else ""
        runs = [run for run in paragraph.iter(qn("w:r")) if any(text.text for text in run.iter(qn("w:t")))]
        heading = bool(HEADING.match(name)) or self.has(paragraph, chain, "w:outlineLvl")
        line = Line(
            text="",
            bold=bool(runs) and all(self.is_bold(run, chain) for run in runs),
            size=max((self.size(run, chain) for run in runs), default=self.usual),
            heading=heading,
        )
        return Look(line=line, bullet=not heading and self.is_point(paragraph, chain, name))

    def chain(self, paragraph: Any) -> list[Any]:
        """The paragraph's style, then those that it is based on."""
        made: list[Any] = []
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        while style is not None and len(made) < DEEPEST:
            found = self.by_id.get(style.get(qn("w:val")))
            if found is None:
                break
            made.append(found)
            style = found.find(qn("w:basedOn"))
        return made

    @staticmethod
    def name(style: Any) -> str:
        named = style.find(qn("w:name"))
        return "" if named is None else str(named.get(qn("w:val")))

    @staticmethod
    def has(paragraph: Any, chain: list[Any], name: str) -> bool:
        for holder in (paragraph, *chain):
            found = holder.find(f"{qn('w:pPr')}/{qn(name)}")
            if found is not None:
                return found.get(qn("w:val")) != "9"
        return False

    def is_point(self, paragraph: Any, chain: list[Any], name: str) -> bool:
        """A point of a list: numbered or bulleted here, or by its style."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if own is not None:
            return number(own.find(qn("w:numId")), default=0) != 0
        styled = any(style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None for style in chain)
        return styled or (bool(LIST.search(name)) and "paragraph" not in name.casefold())

    def is_bold(self, run: Any, chain: list[Any]) -> bool:
        for holder in (run, *chain):
            found = holder.find(f"{qn('w:rPr')}/{qn('w:b')}")
            if found is not None:
                return found.get(qn("w:val")) not in ("0", "false")
        return False

    def size(self, run: Any, chain: list[Any]) -> float:
        for holder in (run, *chain):
            found = holder.find(f"{qn('w:rPr')}/{qn('w:sz')}")
            if found is not None:
                return number(found, default=20) / HALVES
        return self.usual

    def is_close(self, paragraph: Any) -> bool:
        """Whether the next paragraph follows without white space, as lines of an address do."""
        spacing = paragraph.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        return spacing is not None and spacing.get(qn("w:after")) == "0"


def number(element: Any, *, default: int) -> int:
    """The value of an element, where it has one that is a number."""
    value = "" if element is None else element.get(qn("w:val")) or ""
    return int(value) if value.lstrip("-").isdigit() else default
