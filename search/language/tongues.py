"""A question in another language than the page's: each word is read in the language that knows it.

The page's language comes first, unless the question clearly has more little words of another. A word that the first
does not know is read in the next that does: as a little word, as a stem that occurs, or as one that has a translation.
Questions of XQuAD in Spanish asked on an English page find as much so as on a Spanish one; without it, .02 to .22 less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from search.language.forms import LANGUAGES, Analyser, Forms, analyser
from search.language.knowledge import Knowledge

CLEARLY = 2  # little words more than the page's language has: one alone may be of a name (Los Angeles)
LOOKED_AT = 128  # words; of a longer question the rest is read in the first language


@dataclass
class Tongues:
    """Word → forms, like an analyser; `ways` are the languages to try, in their order."""

    ways: Sequence[Analyser]
    knowledge: Knowledge
    chosen: dict[str, Analyser] = field(default_factory=dict)

    def __getitem__(self, word: str) -> Forms:
        return self.of(word)[word]

    def of(self, word: str) -> Analyser:
        """The language that the word is read in."""
        if word not in self.chosen:
            ways = self.ways if len(self.chosen) < LOOKED_AT else ()
            self.chosen[word] = next((way for way in ways if self.knows(way, word)), self.ways[0])
        return self.chosen[word]

    def knows(self, way: Analyser, word: str) -> bool:
        """Stems that occur count where something is written in that language: others occur by chance."""
        stem, known = way[word].stem.strip(), self.knowledge
        is_read = way is self.ways[0] or way.language.code in known.statistics.languages
        if not stem or (is_read and known.statistics.knows(stem)):
            return True
        return bool(known.lexicon.translations(stem, way.language.code, known.statistics.languages))


def tongues(words: Sequence[str], page: Analyser, knowledge: Knowledge) -> Tongues:
    """How to read these words, on a page in this language."""
    spoken = dict.fromkeys([page.language.code, *knowledge.statistics.languages, *LANGUAGES])
    voices = {code: analyser(code) for code in spoken}
    looked_at = set(words[:LOOKED_AT])
    little = {code: sum(not voice[word].stem for word in looked_at) for code, voice in voices.items()}
    best = max(little, key=lambda code: little[code])
    clear = [best] if little[best] >= little[page.language.code] + CLEARLY else []
    return Tongues([voices[code] for code in dict.fromkeys([*clear, *voices])], knowledge)
