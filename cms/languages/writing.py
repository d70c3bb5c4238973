"""Digits and commas as a page's language writes them, put in when the page is done.

Figures come to a page by a hundred ways (sentences with a number in them, lists, charts); one place at the end misses
none. What is in another language, in code, in a form's field or beside Latin letters (CC BY 4.0) keeps its digits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cms.languages.formats import DIGITS, OWN_DIGITS

SEPARATORS = {"ar": str.maketrans(".,", "٫٬")}
PARTS = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
LANGUAGE = re.compile(r'\slang="([^"]*)"')
SPOKEN = re.compile(r'(\s(?:aria-label|title|alt)=")([^"]*)(")')
TEXT = re.compile(
    r"&#?\w+;"
    r"|[A-Za-z@][\w@.:/+-]*(?:[ \xa0][\d.]+)?"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*)(?P<percent>[ \xa0\u202f]?%)?"
    r"|(?P<comma>,)(?=\s|$)"
)
# Without one of these a text is as it is written anyway; most are.
FIGURES = re.compile(r"[0-9,]")
ENTITY = re.compile(r"&#?\w+;")
OTHER_LETTERS = re.compile(r"[^\W\d_A-Za-z\u00aa-\u024f]")
# A tag without one of these is passed over as it is, which most are.
NOTABLE = re.compile(
    r'<(?:script|style|code|pre|textarea|kbd)\b|\slang="|\s(?:aria-label|title|alt)="[^"]*[0-9,]', re.I
)
KEPT_AS_IT_IS = {"script", "style", "code", "pre", "textarea", "kbd"}
WITHOUT_END = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@lru_cache(maxsize=4096)
def is_notable(tag: str) -> bool:
    """Kept: a page has the same few tags hundreds of times."""
    return bool(NOTABLE.search(tag))


def has_own_digits(language: str) -> bool:
    return language in DIGITS


def as_written(html: str, language: str) -> str:
    """The page with its figures and the commas of its lists as the language writes them."""
    return "".join(_Walk(language=language).parts(html))


def text_as_written(text: str, language: str) -> str:
    """A text between two tags. Commas in it stay where it has Latin words, which they may part."""
    if not FIGURES.search(text):
        return text
    digits = OWN_DIGITS[language]
    if text.isascii() and text.isdecimal():
        return text.translate(digits)  # The counts of a list: most of the figures that a page has.
    latin = re.search(r"[A-Za-z]", ENTITY.sub("", text))
    if latin and not OTHER_LETTERS.search(text):
        return text

    def written(found: re.Match[str]) -> str:
        if found["number"]:
            number = found["number"].translate(SEPARATORS.get(language, {})).translate(digits)
            return number + ("٪" if found["percent"] and language == "ar" else found["percent"] or "")
        return "،" if found["comma"] and language == "ar" and not latin else found[0]

    return TEXT.sub(written, text)


@dataclass(kw_only=True)
class _Walk:
    """`kept` counts the open tags since one whose text stays as it is; 0 outside such."""

    language: str
    kept: int = 0

    def parts(self, html: str) -> Iterator[str]:
        for part in PARTS.split(html):
            if not part.startswith("<"):
                yield part if self.kept or not FIGURES.search(part) else text_as_written(part, self.language)
            elif not self.kept and (part.startswith("</") or not is_notable(part)):
                yield part  # It begins nothing that is kept, and ends nothing.
            else:
                tag = TAG.match(part)
                yield self._tag(part, tag) if tag else part

    def _tag(self, part: str, tag: re.Match[str]) -> str:
        ends, name = bool(tag[1]), tag[2].lower()
        if name in WITHOUT_END or part.endswith("/>"):
            return self._said(part)
        if ends:
            self.kept = max(0, self.kept - 1)
            return part
        said = self._said(part)
        if self.kept or name in KEPT_AS_IT_IS or self._is_foreign(part):
            self.kept += 1
        return said

    def _is_foreign(self, part: str) -> bool:
        language = LANGUAGE.search(part) if 'lang="' in part else None
        return bool(language and language[1] != self.language)

    def _said(self, part: str) -> str:
        """Names that are read aloud."""
        if self.kept or not FIGURES.search(part) or self._is_foreign(part):
            return part
        return SPOKEN.sub(lambda found: found[1] + text_as_written(found[2], self.language) + found[3], part)
