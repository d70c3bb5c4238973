"""What somebody typed, understood: words, "phrases", AND, NOT and trailing stars. Never an error."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.language.forms import Analyser

LONGEST = 20_000  # characters looked at; more is no question
SHORTEST_PREFIX = 3
PART = re.compile(r'"([^"]*)"|([^\s"]+)')
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\x00": " "})


@dataclass(frozen=True, kw_only=True)
class Part:
    """A piece of the question: its words as typed, lower case; `kind` is word, phrase or prefix."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`parts` in their order; `required` and `refused` are among what AND and NOT said of them."""

    parts: tuple[Part, ...] = ()
    required: tuple[Part, ...] = ()
    refused: tuple[Part, ...] = ()

    @property
    def words(self) -> list[str]:
        return [word for part in self.parts if part.kind == "word" for word in part.words]


def parts_of(text: str, analyser: Analyser) -> list[Part | str]:
    """Parts, and the operators "AND", "OR", "NOT" between them."""
    found: list[Part | str] = []
    for match in PART.finditer(text[:LONGEST].translate(QUOTES)):
        phrase, bare = match.groups()
        if bare in {"AND", "OR", "NOT"}:
            found.append(bare)
        elif bare is None:
            words = tuple(analyser.words(phrase))
            found += [Part(kind="phrase", words=words)] if words else []
        else:
            found += bare_parts(bare, analyser)
    return found


def bare_parts(bare: str, analyser: Analyser) -> list[Part]:
    words = analyser.words(bare)
    if not words:
        return []
    starred = bare.endswith("*") and len(words[-1]) >= SHORTEST_PREFIX
    plain = words[:-1] if starred else words
    parts = [Part(kind="word", words=(word,)) for word in plain]
    return parts + ([Part(kind="prefix", words=(words[-1],))] if starred else [])


def asked(text: str, analyser: Analyser) -> Asked:
    """NOT refuses the part after it; AND requires the parts on both its sides."""
    stream = parts_of(text, analyser)
    said: list[Part] = []
    required: list[Part] = []
    refused: list[Part] = []
    for place, item in enumerate(stream):
        if isinstance(item, str):
            continue
        before = stream[place - 1] if place else ""
        after = stream[place + 1] if place + 1 < len(stream) else ""
        if before == "NOT":
            refused.append(item)
            continue
        said.append(item)
        if "AND" in (before, after) or item.kind == "phrase":
            required.append(item)
    return Asked(parts=tuple(said), required=tuple(required), refused=tuple(refused))
