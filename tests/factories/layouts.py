"""The same study as text, as Word file and as PDF, in the ways in which people set such papers."""

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.factories.papers import pdf, word
from tests.factories.studies import WORDS, Entry

SEP = "\n\n"
# One after the other: (what kind of line, what it says).
Part = tuple[str, str]


def parts_of(study: Entry) -> Iterator[Part]:
    """A study in the order of the series."""
    words = WORDS[study["language"]]
    yield "title", study["title"]
    yield "text", study["preamble"]
    for name in ("organisation", "summary", "objective"):
        yield "heading", words[name]
        yield from (("text", paragraph) for paragraph in study[name].split("\n\n"))
    yield "heading", words["timeline"]
    yield "text", study["timeline_text"]
    yield "heading", words["process"]
    for number, phase in enumerate(study["phases"], start=1):
        yield from parts_of_phase(phase, number=number, words=words)
    for name in ("result", "impact"):
        yield "heading", words[name]
        yield "text", study[name]
    for name in ("challenges", "recommendations"):
        yield "heading", words[name]
        for passage in study[name]:
            yield "subheading", passage["heading"]
            yield "text", passage["text"]
    yield "heading", words["contacts"]
    yield "address", study["contacts"]


def parts_of_phase(phase: dict[str, Any], *, number: int, words: dict[str, str]) -> Iterator[Part]:
    yield "phase", f"{words['phase']} {number} – {phase['title']}"
    yield "purpose", f"{words['purpose']}: {phase['purpose']}"
    yield from (("step", step) for step in phase["steps"])
    yield from (("tip", f"{words['tip']}: {tip}") for tip in phase["tips"])


def lines_of(study: Entry, *, bullet: str = "■■ ", width: int = 96) -> str:
    """As a text file, wrapped; headings in capitals, as the series prints them."""
    made: list[str] = []
    for kind, said in parts_of(study):
        if kind == "heading":
            made.append(f"{said.upper()}: ")
        elif kind in ("phase", "subheading"):
            made.append(said.upper())
        elif kind == "address":
            made.append(said)
        else:
            words = said.replace(":", " :", 1) if kind == "tip" else said
            made.append(textwrap.fill({"step": bullet, "tip": "➜■"}.get(kind, "") + words, width))
    return SEP.join(made) + "\n"


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a paper is set. `capitals`: headings and phases in capitals. `colon`: behind headings."""

    columns: int = 1
    capitals: bool = True
    colon: bool = True
    size: float = 10
    head: bool = True
    justify: bool = True
    full_title: bool = True
    spacing: str = "1em"
    bullet: str = "■"
    font: str = "Libertinus Serif"
    tip_box: bool = False
    zones: bool = False
    sidebar: bool = False
    frame: str = "1pt"


# Ways in which such papers are set.
LOOKS = {
    "one": Look(),
    "two": Look(columns=2),
    "one in small letters": Look(capitals=False, colon=False),
    "two in small letters": Look(columns=2, capitals=False, colon=False, bullet="•"),
    "zones": Look(columns=2, zones=True),
    "two ragged with boxes": Look(columns=2, justify=False, tip_box=True, size=9),
    "three": Look(columns=3, size=8),
    "two tight": Look(columns=2, spacing="0.65em", bullet="–"),
    "one tight": Look(spacing="0.65em", bullet="o", colon=False),
    "sidebar": Look(sidebar=True, capitals=False, colon=False),
    "sidebar without a frame": Look(sidebar=True, frame="none"),
    "two large": Look(columns=2, size=12, full_title=False, head=False),
}


def escaped(text: str) -> str:
    """As typst writes a string."""
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def typeset(study: Entry, look: Look) -> bytes:
    """As a PDF."""
    words = WORDS[study["language"]]
    head = (
        f'header: text(8pt)[{escaped(words["head"])} #h(1fr) www.series.example], numbering: "1 / 1", '
        if look.head
        else ""
    )
    setting = (
        f'#set page(paper: "a4", margin: 2.2cm, {head}columns: {1 if look.zones else look.columns})\n'
        f'#set text(lang: "{study["language"]}", size: {look.size}pt, hyphenate: true, font: "{look.font}")\n'
        f"#set par(justify: {str(look.justify).lower()}, spacing: {look.spacing})\n"
    )
    return pdf(setting + body_of(study, look))


def body_of(study: Entry, look: Look) -> str:
    if look.sidebar:
        return with_sidebar(study, look)
    made = [SET[kind](said, look) for kind, said in parts_of(study)]
    if not look.zones:
        return "\n\n".join(made)
    return in_zones(made, [kind for kind, _said in parts_of(study)], columns=look.columns)


def with_sidebar(study: Entry, look: Look) -> str:
    """Who, when and whom to ask in a box beside the first sections."""
    words = WORDS[study["language"]]
    aside = {words[name] for name in ("organisation", "timeline", "contacts")}
    flow: list[str] = []
    box: list[str] = []
    shelf = flow
    for kind, said in parts_of(study):
        if kind == "heading":
            shelf = box if said in aside else flow
        shelf.append(SET[kind](said, look))
    framed = f"#rect(inset: 8pt, width: 100%, stroke: {look.frame})[#set text(8.5pt)\n{SEP.join(box)}]"
    beside = f"#grid(columns: (2fr, 1fr), gutter: 14pt)[{SEP.join(flow[1:7])}][{framed}]"
    return SEP.join([flow[0], beside, *flow[7:]])


def in_zones(made: list[str], kinds: list[str], *, columns: int) -> str:
    """Headings over the full width, what stands under each in columns."""
    out: list[str] = []
    zone: list[str] = []
    for text, kind in zip(made, kinds, strict=True):
        if kind in ("title", "heading"):
            out += [f"#columns({columns})[\n" + "\n\n".join(zone) + "\n]"] if zone else []
            out.append(text)
            zone = []
        else:
            zone.append(text)
    return "\n\n".join([*out, f"#columns({columns})[\n" + "\n\n".join(zone) + "\n]"])


def set_title(said: str, look: Look) -> str:
    title = f"#text(20pt, hyphenate: false)[*{escaped(said)}*]"
    if look.full_title and look.columns > 1 and not look.zones:
        return f'#place(top, scope: "parent", float: true)[{title}]'
    return f"#block[{title}]"


def set_heading(said: str, look: Look) -> str:
    words = (said.upper() if look.capitals else said) + (":" if look.colon else "")
    return f"#block(above: 1.6em, below: 0.9em, sticky: true)[#text(1.15em)[*{escaped(words)}*]]"


def set_phase(said: str, look: Look) -> str:
    return f"#block(above: 1.3em, below: 0.8em, sticky: true)[*{escaped(said.upper() if look.capitals else said)}*]"


def set_step(said: str, look: Look) -> str:
    return f"#list(marker: [{escaped(look.bullet)}], indent: 4pt, body-indent: 8pt, [{escaped(said)}])"


def set_tip(said: str, look: Look) -> str:
    label, _colon, text = said.partition(":")
    words = f"{escaped('➜ ')}*{escaped((label.upper() if look.capitals else label) + ':')}*{escaped(text)}"
    return f"#rect(inset: 6pt, width: 100%)[{words}]" if look.tip_box else words


def set_address(said: str, look: Look) -> str:
    return " \\\n".join(escaped(line) for line in said.splitlines())


SET: dict[str, Callable[[str, Look], str]] = {
    "title": set_title,
    "heading": set_heading,
    "phase": set_phase,
    "subheading": set_phase,
    "step": set_step,
    "tip": set_tip,
    "address": set_address,
    "text": lambda said, _look: escaped(said),
    "purpose": lambda said, _look: escaped(said),
}


def typed(study: Entry, *, styled: bool = True, table: bool = False) -> bytes:
    """As a Word file: with its styles, or all in plain paragraphs; or each section as a row of a table."""
    return word(lambda document: (in_table if table else in_paragraphs)(document, study, styled=styled))


def in_paragraphs(document: Any, study: Entry, *, styled: bool) -> None:
    document.sections[0].header.paragraphs[0].text = WORDS[study["language"]]["head"]
    for kind, said in parts_of(study):
        put(document, kind, said, styled=styled)


STYLES = {
    "title": "Title",
    "heading": "Heading 1",
    "phase": "Heading 2",
    "subheading": "Heading 3",
    "step": "List Bullet",
}


def put(holder: Any, kind: str, said: str, *, styled: bool) -> None:
    if styled:
        holder.add_paragraph(said, style=STYLES.get(kind))
    elif kind == "heading":
        holder.add_paragraph(f"{said.upper()}:")
    elif kind in ("phase", "subheading"):
        holder.add_paragraph().add_run(said).bold = True
    elif kind == "step":
        holder.add_paragraph(f"– {said}")
    else:
        holder.add_paragraph(said)


def in_table(document: Any, study: Entry, *, styled: bool) -> None:
    """Headings in the left column, what belongs to them in the right one."""
    cell = None
    table = document.add_table(rows=0, cols=2)
    for kind, said in parts_of(study):
        if kind == "heading":
            row = table.add_row()
            row.cells[0].paragraphs[0].text = said
            cell = row.cells[1]
        elif cell is None:
            document.element.body.insert(len(table._tbl.getparent()) - 2, document.add_paragraph(said)._p)
        else:
            put(cell, kind, said, styled=styled)
