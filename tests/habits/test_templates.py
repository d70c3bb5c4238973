"""Templates show, they do not decide; and what a page runs or wears comes from files, never from the page."""

import re
from pathlib import Path

from tests.habits.house import ROOT, shown, templates

INLINE = re.compile(r"<style|\sstyle=|<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)|\son[a-z]+=[\"']", re.I)
LOGIC = re.compile(r"\{%-?\s*(regroup|firstof|ifchanged|widthratio|now|lorem|debug|resetcycle)\b")
RIGHTS = re.compile(r"\{%\s*(el)?if[^%]*(\bperms\.|has_perm|is_superuser)")
# A mail carries its style in itself, because mail programs load nothing.
MAILS = re.compile(r"(^|/)(email|mails?)(/|\.|_)|/mail[^/]*\.html$")
COLOUR = re.compile(r"(?<!&)#(?:[0-9a-f]{6}|[0-9a-f]{3})\b", re.I)
# What every mail is written on; no mail itself.
SHEET = ROOT / "templates" / "mail.html"


def is_mail(path: Path) -> bool:
    return bool(MAILS.search(shown(path).removeprefix("templates/")))


def test_no_page_has_style_or_script_of_its_own() -> None:
    inline = [shown(path) for path in templates() if not is_mail(path) and INLINE.search(path.read_text())]

    assert inline == []


def test_templates_know_no_logic_but_if_and_for() -> None:
    deciding = {shown(path): LOGIC.findall(path.read_text()) for path in templates()}

    assert {name: tags for name, tags in deciding.items() if tags} == {}


def test_templates_do_not_decide_who_may() -> None:
    deciding = [shown(path) for path in templates() if RIGHTS.search(path.read_text())]

    assert deciding == []


def test_every_mail_has_a_text_and_a_page() -> None:
    mails = [path for path in templates() if is_mail(path) and "_subject" not in path.stem and path != SHEET]

    incomplete = [shown(path) for path in mails if not both_forms(path)]

    assert incomplete == []


def test_every_mail_wears_the_colours_of_the_network() -> None:
    """A colour that a mail writes itself is one network's, and the system is every network's."""
    coloured = {shown(path): COLOUR.findall(path.read_text()) for path in templates() if is_mail(path)}

    assert "templates/mail.html" in coloured and "templates/bulletin/mail.html" in coloured
    assert {name: colours for name, colours in coloured.items() if colours} == {}


def both_forms(path: Path) -> bool:
    return path.with_suffix(".txt").exists() and path.with_suffix(".html").exists()


def test_a_style_sheet_or_script_is_a_file_of_ours() -> None:
    """Nothing is loaded from another house: no tracker, no font service, no surprise when one of them closes."""
    elsewhere = re.compile(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"'](?:https?:)?//", re.I)

    loading = [shown(path) for path in templates() if elsewhere.search(path.read_text())]

    assert loading == []
    assert (ROOT / "cms" / "static" / "css" / "plenary.css").exists()
