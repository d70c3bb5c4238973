"""Reading what several languages call alike out of files: a thesaurus in JSON, word lists with tabs or for dictd."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from search.language.lexicon import Concept

MOST_BYTES = 200_000_000
LONGEST = 200  # letters of one label; longer ones explain more than they name
CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,8})?\Z")
SEVERAL = re.compile(r"\s*[;,]\s*")
# Of an entry for dictd: pronunciation, grammar, remarks; numbers before a meaning; lines that translate nothing.
ASIDES = re.compile(r"/[^/]*/|<[^>]*>|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}")
NUMBERED = re.compile(r"^\s*\d+[.)]\s*")
REMARK = re.compile(r"^\s*(?:[\"'“]|synonyms?:|see(?: also)?:|note:|\S+:\s)", re.IGNORECASE)
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class NotALexicon(ValueError):
    """The file cannot be read as what it was said to be; the text says why."""


def thesaurus(path: Path) -> list[Concept]:
    """JSON: a list of concepts, or an object that holds one under any name; each with `labels` by language, a label or
    several. Concepts named in fewer than two languages teach nothing and are left out."""
    try:
        content = json.loads(text_of(path))
    except ValueError as error:
        raise NotALexicon(f"{path.name} is not JSON: {error}") from error
    items = content if isinstance(content, list) else next(lists_in(content), [])
    found = [concept_of(item) for item in items]
    told: list[Concept] = [concept for concept in found if len(concept) > 1]
    if not told:
        raise NotALexicon(f"{path.name} names nothing in two languages: a thesaurus has concepts with “labels”.")
    return told


def lists_in(content: Any) -> Iterator[list[Any]]:
    values = content.values() if isinstance(content, dict) else ()
    return (value for value in values if isinstance(value, list))


def concept_of(item: Any) -> dict[str, list[str]]:
    labels = item.get("labels") if isinstance(item, dict) else None
    if not isinstance(labels, Mapping):
        return {}
    said = {code: [value] if isinstance(value, str) else value for code, value in labels.items()}
    return {
        code.lower(): kept
        for code, several in said.items()
        if CODE.match(str(code)) and isinstance(several, list) and (kept := named(several))
    }


def named(several: list[Any]) -> list[str]:
    return [label.strip() for label in several if isinstance(label, str) and 0 < len(label.strip()) <= LONGEST]


def word_list(path: Path, source: str, target: str) -> list[Concept]:
    """Each line or entry: a word of `source`, and words of `target` that translate it."""
    index = path.with_suffix("").with_suffix(".index") if path.suffix == ".dz" else path.with_suffix(".index")
    if path.suffix in {".index", ".dict", ".dz"}:
        found = entries_of_dictd(index, source, target)
    else:
        found = lines_of_tabs(text_of(path), source, target)
    told = list(found)
    if not told:
        raise NotALexicon(f"{path.name} holds no word with a translation: one a line, separated by a tab, or dictd.")
    return told


def lines_of_tabs(text: str, source: str, target: str) -> Iterator[Concept]:
    """`word TAB translation; translation`; lines that begin with # are remarks."""
    for line in text.splitlines():
        word, _tab, said = line.partition("\t")
        meant = named(SEVERAL.split(said.split("\t")[0]))
        if named([word]) and meant and not word.startswith("#"):
            yield {source: named([word]), target: meant}


def entries_of_dictd(index: Path, source: str, target: str) -> Iterator[Concept]:
    """The format of the DICT server: an index of words with place and length to base 64, and the entries in a file
    beside it, plain or compressed (dictzip is gzip)."""
    entries = entries_beside(index)
    for line in text_of(index).splitlines():
        word, _tab, place = line.partition("\t")
        start, _tab, length = place.partition("\t")
        if word.startswith("00") or not start or not length:
            continue
        first = number(start)
        entry = entries[first : first + number(length)].decode("utf-8", "replace")
        meant = [label for row in entry.splitlines()[1:] for label in meanings_of(row)]
        if meant:
            yield {source: [word], target: meant}


def entries_beside(index: Path) -> bytes:
    for suffix in (".dict", ".dict.dz"):
        path = index.with_suffix(suffix)
        if path.exists():
            found = bytes_of(path)
            return gzip.decompress(found) if suffix == ".dict.dz" else found
    raise NotALexicon(f"Beside {index.name} there is no {index.with_suffix('.dict').name}.")


def meanings_of(row: str) -> list[str]:
    if REMARK.match(row):
        return []
    return named(SEVERAL.split(ASIDES.sub(" ", NUMBERED.sub("", row)).strip()))


def number(letters: str) -> int:
    """To base 64, the highest digit first, without padding."""
    value = 0
    for letter in letters.strip():
        if letter not in DIGITS:
            raise NotALexicon(f"The index is broken: “{letters}” is no number to base 64.")
        value = value * 64 + DIGITS.index(letter)
    return value


def text_of(path: Path) -> str:
    try:
        return bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotALexicon(f"{path.name} is not written in UTF-8.") from error


def bytes_of(path: Path) -> bytes:
    if path.stat().st_size > MOST_BYTES:
        raise NotALexicon(f"{path.name} is larger than 200 MB.")
    return path.read_bytes()
