"""What each content word of a question is taken for: a word that occurs, a misspelt one, one of another language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.language.knowledge import Knowledge, Pair
from search.language.lexicon import Translation
from search.language.meanings import Wishes
from search.language.tongues import Tongues
from search.language.words import fold

MOST_TRANSLATED = 16  # words of a question that is looked for in other languages; a longer one is slow and says enough
MOST_CORRECTIONS = 8  # close words that the engine is asked for
SPELLING = "spelling"  # the key that switches corrections off
TRANSLATION = "translation"  # the key that switches translations off


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One content word: as typed, how often, the folded word searched for, its stems, what it is in other languages,
    whether it occurs, itself or in translation."""

    typed: str
    count: int
    fold: str
    stems: tuple[str, ...]
    ways: tuple[Translation, ...] = ()
    is_known: bool = True


def readings(counted: Mapping[str, int], voices: Tongues, knowledge: Knowledge, wishes: Wishes) -> list[Reading]:
    """One for each word, in their order. The engine is asked twice at most, however many words there are."""
    pairs = {word: (fold(word), voices[word].stem.strip()) for word in counted}
    here = occurring(pairs.values(), knowledge)
    is_short = len(counted) <= MOST_TRANSLATED
    ways = {word: translations(word, voices, knowledge, wishes) if is_short else () for word in counted}
    lost = [pairs[word] for word in counted if pairs[word] not in here and not ways[word]]
    better = {} if SPELLING in wishes.off else spelled(lost, knowledge)
    known = {word for word in counted if pairs[word] in here or ways[word]}

    def reading(word: str, count: int) -> Reading:
        plain, own = pairs[word]
        meant = better.get(plain, plain)
        stems = dict.fromkeys([*([own] if meant == plain else []), *knowledge.statistics.stems(meant)])
        is_known = word in known or plain in better
        return Reading(typed=word, count=count, fold=meant, stems=tuple(stems), ways=ways[word], is_known=is_known)

    return [reading(word, count) for word, count in counted.items()]


def occurring(pairs: Iterable[Pair], knowledge: Knowledge) -> set[Pair]:
    """Those that everybody's documents have, and those that this reader's have."""
    statistics = knowledge.statistics
    distinct = list(dict.fromkeys(pairs))
    known = {pair for pair in distinct if statistics.frequency(pair[0]) or statistics.knows(pair[1])}
    asked = [pair for pair in distinct if pair not in known]
    return known | (knowledge.occurring(asked) if asked else set())


def translations(word: str, voices: Tongues, knowledge: Knowledge, wishes: Wishes) -> tuple[Translation, ...]:
    """Into the languages that there is something to find in, as far as anything is found there."""
    if TRANSLATION in wishes.off:
        return ()
    statistics = knowledge.statistics
    stem, source = voices[word].stem.strip(), voices.of(word).language.code
    found = knowledge.lexicon.translations(stem, source, statistics.languages)
    return tuple(way for way in found if statistics.knows(way.stem))


def spelled(lost: Sequence[Pair], knowledge: Knowledge) -> dict[str, str]:
    """For each the closest word that occurs in what this reader may see: a hidden one is not said, and stands in no
    way."""
    close = {plain: closest(plain, stem, knowledge) for plain, stem in lost}
    asked = [(word, "") for words in close.values() for word in words]
    here = knowledge.occurring(asked) if asked else set()
    first = {plain: next((word for word in words if (word, "") in here), "") for plain, words in close.items()}
    return {plain: word for plain, word in first.items() if word}


def closest(plain: str, stem: str, knowledge: Knowledge) -> list[str]:
    """Words that may have been meant, then those of the closest stems: what was misspelt may occur in other cases and
    numbers alone. The second also where there are the first, which may all be hidden from this reader."""
    statistics = knowledge.statistics
    words = knowledge.speller.corrections(plain, statistics.frequency)
    roots = knowledge.roots.corrections(stem, lambda root: statistics.frequency(statistics.form(root)))
    forms = filter(None, map(statistics.form, roots[:MOST_CORRECTIONS]))
    return list(dict.fromkeys([*words[:MOST_CORRECTIONS], *forms]))
