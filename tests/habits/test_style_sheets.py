"""Style sheets are layered, ask their container, name colours once and load nothing from elsewhere."""

import re
import subprocess

from tests.habits.house import ROOT
from tests.habits.sheets import ADMIN, FOLDER, PUBLIC, declarations, layers, rules

# Why a rule asks the window: what it moves has the window itself around it. Whatever may stand in a column asks that.
WINDOW = {
    "(max-width:22rem)": "the members' header, on the smallest phones",
    "(max-width:24rem)": "the header's languages and name, and fields that the browser itself draws",
    "(max-width:30rem)": "the header's search, the way to a page, and names of states in running text",
    "(max-width:47.99rem)": "what is folded on a phone, with the rule that unfolds it from 48rem",
    "(min-width:40rem)": "an entry of the directory fills its page",
    "(min-width:48rem)": "the footer's columns and lists as wide as their page",
    "(min-width:58rem)": "the columns of a page",
    "(min-width:60rem)": "the header's menu and the sheet of filters",
    "(min-width:64rem)": "a result fills its page",
}
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|oklch|oklab|lch|lab)\(|(?<![\w-])(?:white|black|red|gr[ae]y)\b", re.I
)
FOREIGN = re.compile(r"@import\b|url\(\s*[\"']?(?:[a-z]+:)?//", re.I)
BUILD = re.compile(
    r"(?:^|/)(?:package(?:-lock)?\.json|node_modules|yarn\.lock|pnpm-lock\.yaml|\.npmrc"
    r"|(?:webpack|vite|rollup|postcss|tailwind|babel)[\w.]*\.[cm]?[jt]s)(?:/|$)|\.(?:scss|sass|less|tsx?|jsx|vue)$"
)


def outside_layers(css: str) -> list[str]:
    known = {f"@layer {name}" for name in layers(css)}
    return [rule.selector for rule in rules(css) if not rule.within or rule.within[0] not in known]


def loose_colours(css: str) -> list[str]:
    """Colours that are written where they are used; a token is where a custom property gets its value."""
    return [
        f"{rule.selector} {name}:{value}"
        for rule in rules(css)
        for name, value in declarations(rule)
        if not name.startswith("--") and COLOUR.search(value)
    ]


def windows(css: str) -> set[str]:
    """What rules ask of the window's width."""
    found = re.findall(r"@media[^{]*?(\((?:min-|max-)?width[^)]*\))", css)
    return {question.replace(" ", "") for question in found}


def built(names: list[str]) -> list[str]:
    return [name for name in names if BUILD.search(name)]


def test_every_rule_stands_in_a_layer() -> None:
    css = PUBLIC.read_text()

    assert layers(css) == ("reset", "tokens", "base", "layout", "components", "utilities")
    assert outside_layers(css) == []
    # Wagtail's own sheet has no layers, and what is outside wins: ours for the admin can have none either.
    assert layers(ADMIN.read_text()) == ()


def test_a_rule_outside_the_layers_is_noticed() -> None:
    css = "@layer one;@layer one{a{top:0}@media print{b{top:0}}}c{top:0}@layer two{d{top:0}}"

    assert outside_layers(css) == ["c", "d"]


def test_what_may_stand_in_a_column_asks_its_container() -> None:
    css = PUBLIC.read_text()

    asked = {at for rule in rules(css) for at in rule.within if at.startswith("@container")}

    assert len(asked) >= 4
    assert "container-type:inline-size" in css


def test_the_window_is_asked_for_a_reason_only() -> None:
    assert windows(PUBLIC.read_text()) == set(WINDOW)
    assert windows("@media screen and (min-width: 70rem){a{top:0}}") == {"(min-width:70rem)"}


def test_colours_are_written_where_tokens_get_their_values() -> None:
    loose = {sheet.name: loose_colours(sheet.read_text()) for sheet in (PUBLIC, ADMIN)}
    coined = {
        rule.selector
        for rule in rules(PUBLIC.read_text())
        if any(COLOUR.search(value) for _name, value in declarations(rule))
    }

    assert loose == {"plenary.css": [], "admin.css": []}
    assert coined == {":root", ".band", ":root,.band"}


def test_a_loose_colour_is_noticed() -> None:
    css = ":root{--a:#fff}a{color:#fff;fill:var(--a)}b{background:rgb(0 0 0)}i{border:1px solid red}"

    assert loose_colours(css) == ["a color:#fff", "b background:rgb(0 0 0)", "i border:1px solid red"]


def test_no_sheet_loads_anything_from_another_house() -> None:
    sheets = sorted(FOLDER.glob("*.css"))

    assert [sheet.name for sheet in sheets if FOREIGN.search(sheet.read_text())] == []
    assert [bool(FOREIGN.search(css)) for css in ("a{b:url('//c.example/d')}", "a{b:url(../d)}")] == [True, False]


def test_nothing_here_has_to_be_built() -> None:
    """No step between what people write and what browsers read."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()

    assert "cms/static/css/plenary.css" in names
    assert built(names) == []
    assert built(["a/package.json", "vite.config.js", "b/node_modules/c.js", "d.scss", "cms/static/js/menus.js"]) == [
        "a/package.json", "vite.config.js", "b/node_modules/c.js", "d.scss",
    ]  # fmt: skip
