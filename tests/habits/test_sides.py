"""Style sheets speak of starts and ends: the same page reads from the left and from the right."""

import re

from tests.habits.sheets import FOLDER, declarations, rules

SIDES = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)[\w-]*\s*:"
    r"|(?:left|right)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b)[^;}]*"
)
BOXES = {"margin", "padding", "inset", "scroll-margin", "scroll-padding", "border-color", "border-style"}
# In a page from the right, words that keep their own order still stand at the page's edge: no logical word says that.
EXCUSED = ["text-align:right"]


def physical(css: str) -> list[str]:
    return SIDES.findall(css)


def uneven(css: str) -> list[str]:
    """Boxes of four values of which right and left differ: such a box does not turn with the page."""
    return [
        f"{name}:{value}"
        for rule in rules(css)
        for name, value in declarations(rule)
        if name in BOXES and len(values := split(value)) == 4 and values[1] != values[3]
    ]


def split(value: str) -> list[str]:
    """At the spaces that are outside of parentheses."""
    return re.findall(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+", value)


def test_no_rule_names_left_or_right_but_one() -> None:
    sheets = sorted(FOLDER.glob("*.css"))

    named = [side for sheet in sheets for side in physical(sheet.read_text())]

    assert len(sheets) == 2
    assert named == EXCUSED


def test_a_side_is_noticed_wherever_it_is_named() -> None:
    css = "a{margin-left:1px;left:0}b{border-right-width:2px; float: right}c{padding-inline-start:1px;--left:1}"

    assert physical(css) == ["margin-left:1px", "left:0", "border-right-width:2px", "float: right"]


def test_no_box_is_wider_on_its_left_than_on_its_right() -> None:
    assert {sheet.name: uneven(sheet.read_text()) for sheet in FOLDER.glob("*.css")} == {
        "admin.css": [],
        "plenary.css": [],
    }


def test_an_uneven_box_is_noticed() -> None:
    css = "a{margin:0 1px 0 2px;padding:1px 0 2px 0}b{inset:0 calc(1px + 2px) 0 0}c{margin:1px 2px 3px}"

    assert uneven(css) == ["margin:0 1px 0 2px", "inset:0 calc(1px + 2px) 0 0"]
