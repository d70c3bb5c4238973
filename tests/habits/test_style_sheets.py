"""Style sheets speak of starts and ends: the same page reads from the left and from the right."""

import re

from tests.habits.house import ROOT

SIDES = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)[\w-]*\s*:"
    r"|(?:left|right)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b)[^;}]*"
)
# In a page from the right, words that keep their own order still stand at the page's edge: no logical word says that.
EXCUSED = ["text-align:right"]


def physical(css: str) -> list[str]:
    return SIDES.findall(css)


def test_no_rule_names_left_or_right_but_one() -> None:
    sheets = sorted((ROOT / "cms" / "static" / "css").glob("*.css"))

    named = [side for sheet in sheets for side in physical(sheet.read_text())]

    assert len(sheets) == 2
    assert named == EXCUSED


def test_a_side_is_noticed_wherever_it_is_named() -> None:
    css = "a{margin-left:1px;left:0}b{border-right-width:2px; float: right}c{padding-inline-start:1px;--left:1}"

    assert physical(css) == ["margin-left:1px", "left:0", "border-right-width:2px", "float: right"]
