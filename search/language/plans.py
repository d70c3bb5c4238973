"""From what was asked to the weighted tree. The weights of the ranking are frozen here, and nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, log

from search.language.asked import Asked, Part
from search.language.forms import Analyser
from search.language.knowledge import Knowledge
from search.language.meanings import Expansion, Meanings, Wishes, meanings_in
from search.language.readings import SPELLING as SPELLING
from search.language.readings import TRANSLATION, Reading, readings
from search.language.statistics import Statistics
from search.language.tongues import Tongues, tongues
from search.language.tree import Best, Node, Phrase, Prefix, Term, Tree
from search.language.words import fold, grams_of

STEM_WEIGHTS = {"all_stem": 1.0, "title_stem": 1.0}
FOLD_WEIGHTS = {"title_fold": 0.5, "all_fold": 0.3}
GRAM_WEIGHTS = {"title_gram": 0.2, "all_gram": 0.2}
MOST_WORDS = 32
GUESS_SHARE = 0.6  # of the 4-grams must be there, when no word that was typed occurs anywhere
MOST_GUESSES = 8  # unknown words whose grams are asked for
LONGEST_GUESS = 24  # letters of each
WORTH_A_MARK = 0.5  # what a translation has to weigh to be marked in a hit


@dataclass(frozen=True, kw_only=True)
class Plan:
    """`stems` counts what the question is about, for the topic vectors; `marks` and `folds` are shown in the hits."""

    tree: Tree
    stems: Counter[str]
    marks: frozenset[str] = frozenset()
    folds: frozenset[str] = frozenset()
    corrections: tuple[tuple[str, str], ...] = ()
    expansions: tuple[Expansion, ...] = ()
    unknown: tuple[str, ...] = ()
    left_out: int = 0


def louder(count: int) -> float:
    """A word said c times counts 1 + ln c."""
    return 1 + log(count)


def content_words(asked: Asked, voices: Tongues, statistics: Statistics) -> tuple[Counter[str], int]:
    """At most 32 words, the rarest that occur first, and how many were left out. Stop words do not count."""
    counted = Counter(word for word in asked.words if voices[word].stem)
    frequency = {word: statistics.frequency(fold(word)) for word in counted}
    ranked = sorted(counted, key=lambda word: (frequency[word] == 0, frequency[word], word))
    kept = set(ranked[:MOST_WORDS])
    return Counter({word: count for word, count in counted.items() if word in kept}), len(counted) - len(kept)


def best_of(nodes: list[Term]) -> Node:
    return nodes[0] if len(nodes) == 1 else Best(tuple(nodes))


def word_nodes(known: Iterable[Reading]) -> list[Node]:
    by_stems: Counter[tuple[tuple[str, float], ...]] = Counter()
    by_fold: Counter[str] = Counter()
    for reading in known:
        by_stems[stems_of(reading)] += reading.count
        by_fold[reading.fold] += reading.count
    stems = [
        best_of([Term(name, stem, weight * share * louder(count)) for stem, share in several])
        for several, count in by_stems.items()
        for name, weight in STEM_WEIGHTS.items()
    ]
    folds: list[Node] = [
        Term(name, word, weight * louder(count))
        for word, count in by_fold.items()
        for name, weight in FOLD_WEIGHTS.items()
    ]
    return stems + folds


def stems_of(reading: Reading) -> tuple[tuple[str, float], ...]:
    """Its own stems at full weight, and what it is in other languages at what that is worth."""
    own = [(stem, 1.0) for stem in reading.stems]
    return (*own, *((way.stem, way.weight) for way in reading.ways if way.stem not in reading.stems))


def gram_terms(said: Iterable[Reading]) -> tuple[Term, ...]:
    counted: Counter[str] = Counter()
    for reading in said:
        for gram in grams_of(reading.fold[:LONGEST_GUESS]):
            counted[gram] += reading.count
    return tuple(
        Term(name, gram, weight * louder(count))
        for gram, count in counted.items()
        for name, weight in GRAM_WEIGHTS.items()
    )


def part_node(part: Part, voices: Tongues) -> Node:
    """One piece that must, or must not, be there."""
    words = tuple(fold(word) for word in part.words)
    if part.kind == "prefix":
        return Prefix(words[0])
    if part.kind == "phrase":
        return Phrase(words) if len(words) > 1 else Term("words", words[0])
    stem = voices[part.words[0]].stem.strip()
    return Best((Term("all_stem", stem), Term("words", words[0]))) if stem else Term("words", words[0])


def piece_nodes(asked: Asked, voices: Tongues) -> list[Node]:
    """Phrases and prefixes score as themselves: no stems, no expansion."""
    return [part_node(part, voices) for part in asked.parts if part.kind != "word"]


def stop_word_nodes(asked: Asked) -> list[Node]:
    return [Term("words", word) for word in dict.fromkeys(fold(word) for word in asked.words[:MOST_WORDS])]


def planned(asked: Asked, analyser: Analyser, knowledge: Knowledge, wishes: Wishes) -> Plan:
    voices = tongues(asked.words, analyser, knowledge)
    counted, left_out = content_words(asked, voices, knowledge.statistics)
    sequence = [fold(word) for word in asked.words[: MOST_WORDS * 4]]
    meant = meanings_in({fold(word) for word in counted}, sequence, analyser.language.code, wishes)
    open_words = {word: count for word, count in counted.items() if fold(word) not in meant.taken}
    understood = readings(open_words, voices, knowledge, wishes)
    known = [reading for reading in understood if reading.is_known]
    return Plan(
        tree=tree_of(asked, voices, understood, meant),
        stems=Counter({stem_of(reading, knowledge): reading.count for reading in known}),
        marks=frozenset(stem for reading in known for stem, share in stems_of(reading) if share >= WORTH_A_MARK),
        folds=marked_folds(asked, understood, meant),
        corrections=tuple((item.typed, item.fold) for item in known if is_corrected(item)),
        expansions=(*meant.expansions, *translated(understood, wishes)),
        unknown=tuple(reading.typed for reading in understood if not reading.is_known),
        left_out=left_out,
    )


def stem_of(reading: Reading, knowledge: Knowledge) -> str:
    """What the word is about: itself, or, where nothing is written in its language, its likeliest translation."""
    own = reading.stems[0]
    return reading.ways[0].stem if reading.ways and not knowledge.statistics.knows(own) else own


def translated(understood: list[Reading], wishes: Wishes) -> list[Expansion]:
    """One chip for all words that are also looked for in other languages."""
    told = [reading for reading in understood if reading.ways]
    if not told:
        return []
    shown = dict.fromkeys(reading.ways[0].shown for reading in told)
    return [
        Expansion(
            key=TRANSLATION,
            said=" ".join(reading.typed for reading in told),
            meant=", ".join(shown),
            language="",
            is_usual=True,
            is_on=True,
        )
    ]


def is_corrected(reading: Reading) -> bool:
    return fold(reading.typed) != reading.fold


def marked_folds(asked: Asked, understood: list[Reading], meant: Meanings) -> frozenset[str]:
    """What is marked in the hits besides the stems: words, phrases' words, short forms; a prefix keeps its star."""
    pieces = {fold(word) for part in asked.parts if part.kind == "phrase" for word in part.words}
    starts = {fold(part.words[0]) + "*" for part in asked.parts if part.kind == "prefix"}
    return frozenset({reading.fold for reading in understood} | pieces | starts | meant.shorts)


def tree_of(asked: Asked, voices: Tongues, understood: list[Reading], meant: Meanings) -> Tree:
    known = [reading for reading in understood if reading.is_known]
    guesses = gram_terms([reading for reading in understood if not reading.is_known][:MOST_GUESSES])
    sure = [*word_nodes(known), *meant.nodes, *piece_nodes(asked, voices)]
    if not sure and not guesses:
        sure = stop_word_nodes(asked)
    alone = bool(guesses) and not sure
    return Tree(
        scored=(*sure, *guesses),
        required=tuple(part_node(part, voices) for part in asked.required),
        refused=tuple(part_node(part, voices) for part in asked.refused),
        rescored=gram_terms(known),
        # `all_gram` and `title_gram` each hold half of the guesses; a text that has the word matches all_gram's half.
        least=ceil(len(guesses) / 2 * GUESS_SHARE) if alone else 1,
    )
