"""What an index version knows of words, and who asks the engine for the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from search.language.lexicon import Lexicon
from search.language.speller import Speller
from search.language.statistics import Statistics

# A folded word and its stem, either of which may be empty.
Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """What an index version knows. `speller` corrects to words, `roots` to stems. `occurring` asks the engine which of
    these pairs this reader's documents have, by fold or by stem, all in one go; it answers for what came since the
    version was built, and keeps a correction from telling a hidden word."""

    statistics: Statistics
    speller: Speller
    roots: Speller
    lexicon: Lexicon
    occurring: Callable[[Sequence[Pair]], set[Pair]]
