"""Reading the house's style sheets: every rule, and what it stands within."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.habits.house import ROOT

FOLDER = ROOT / "cms" / "static" / "css"
PUBLIC, ADMIN = FOLDER / "plenary.css", FOLDER / "admin.css"
COMMENT = re.compile(r"/\*.*?\*/", re.S)


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A selector with its declarations; `within` are the at-rules around it, the outermost first."""

    within: tuple[str, ...]
    selector: str
    declared: str


def rules(css: str) -> Iterator[Rule]:
    around: list[str] = []
    said = ""
    for piece in re.split(r"([{}])", COMMENT.sub("", css)):
        if piece == "{":
            around.append(said.rsplit(";", 1)[-1].strip())
            said = ""
        elif piece == "}":
            selector = around.pop()
            if said.strip():
                yield Rule(within=tuple(around), selector=selector, declared=said)
            said = ""
        else:
            said = piece


def layers(css: str) -> tuple[str, ...]:
    """As the sheet's first statement lists them, the weakest first."""
    first = COMMENT.sub("", css).split(";", 1)[0].strip()
    return tuple(name.strip() for name in first.removeprefix("@layer").split(",")) if first.startswith("@layer") else ()


def declarations(rule: Rule) -> Iterator[tuple[str, str]]:
    """Each property with its value."""
    for one in rule.declared.split(";"):
        name, _colon, value = one.partition(":")
        if value:
            yield name.strip(), value.strip()
