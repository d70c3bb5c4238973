"""Acronyms in a question, and what they were taken to mean."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from search.language.acronyms import ACRONYMS, Acronym, folded, meanings, spelled_out
from search.language.tree import Best, Node, Phrase, Term


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the reader switched: keys of additions not wanted, keys wanted beyond the usual ones."""

    off: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()

    def want(self, item: Acronym) -> bool:
        return item.key not in self.off if item.usual else item.key in self.also


@dataclass(frozen=True, kw_only=True)
class Expansion:
    """One thing that was added to the question, or may be: shown as a chip, switched by its `key`."""

    key: str
    said: str
    meant: str
    language: str
    is_usual: bool
    is_on: bool


@dataclass(frozen=True)
class Meanings:
    """`taken`: the folded words that were replaced by what they stand for; `shorts`: all short forms searched for;
    one node for each thing meant."""

    taken: frozenset[str] = frozenset()
    shorts: frozenset[str] = frozenset()
    nodes: tuple[Node, ...] = ()
    expansions: tuple[Expansion, ...] = field(default_factory=tuple)


def ways_to_say(item: Acronym) -> Best:
    shorts = [Term("words", short) for short in item.short]
    phrases = sorted({tuple(folded(name)) for name in item.names.values()})
    return Best((*shorts, *(Phrase(words) for words in phrases)))


def expansion(item: Acronym, said: str, language: str, wishes: Wishes) -> Expansion:
    meant, spoken = item.name(language)
    return Expansion(
        key=item.key, said=said, meant=meant, language=spoken, is_usual=item.usual, is_on=wishes.want(item)
    )


def meanings_in(words: Collection[str], sequence: list[str], language: str, wishes: Wishes) -> Meanings:
    """`words`: the folded content words; `sequence`: all folded words in order, for names that are spelled out."""
    nodes: dict[str, Node] = {}
    expansions: dict[str, Expansion] = {}
    taken: set[str] = set()
    for word in words:
        for item in meanings(word):
            expansions[item.key] = expansion(item, word.upper(), language, wishes)
            if wishes.want(item):
                nodes[item.key] = ways_to_say(item)
                taken.add(word)
    for item, name in spelled_out(sequence):
        if item.key not in expansions:
            short = ", ".join(form.upper() for form in item.short[:3])
            said = Expansion(key=item.key, said=name, meant=short, language="", is_usual=True, is_on=wishes.want(item))
            expansions[item.key] = said
            if said.is_on:
                nodes[item.key] = ways_to_say(item)
    shorts = {short for item in ACRONYMS if item.key in nodes for short in item.short}
    return Meanings(frozenset(taken), frozenset(shorts), tuple(nodes.values()), tuple(expansions.values()))
