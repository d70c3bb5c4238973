"""Which language a text is in, and which of its words are names."""

import re
from collections import Counter
from dataclasses import dataclass

FREQUENT = {
    "en": "the of and to in for with that was were by on from their this has have be at as",
    "fr": "le la les des et du une pour dans est aux par sur au ces cette leur qui été ont avec sont",
    "es": "el la los las y del una para con por que se su al fue en sus este esta entre como más",
}
# Said in capitals also within sentences.
_ACRONYMS = (
    "ong ongs ngo ngos onu crc cde cide cdn unicef ohchr hcdh acnudh upr epu cso csos osc oscs nhri nhris indh "
    "indhs inddhh usa cedaw opic opac opsc"
)
ACRONYMS = frozenset(_ACRONYMS.split())


def language_of(text: str) -> str:
    counted = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    # Each word counts a little: a title in one language may be repeated in a text in another.
    words = Counter({word: min(count, 12) for word, count in counted.items()})
    return max(FREQUENT, key=lambda language: sum(words[word] for word in FREQUENT[language].split()))


@dataclass(frozen=True)
class Names:
    """How the words of a text are written in its running sentences."""

    seen: dict[str, str]

    @classmethod
    def of(cls, text: str) -> "Names":
        forms: dict[str, Counter[str]] = {}
        running = (line for line in text.splitlines() if any(char.islower() for char in line))
        for line in running:
            # The first word of a sentence says nothing about how a word is written.
            for word in re.findall(r"(?<![.!?:] )(?<!^)\b[^\W\d_]+\b", line):
                forms.setdefault(word.casefold(), Counter())[word] += 1
        return cls({word: written(counted, word) for word, counted in forms.items()})

    def sentence(self, capitals: str) -> str:
        """A line in capitals as a sentence: "PLAN D’ACTION DE L’ONU" → "Plan d’action de l’ONU"."""
        if any(char.islower() for char in capitals):
            return capitals
        lowered = re.sub(r"[^\W\d_]+", lambda match: self.form(match[0]), capitals)
        return lowered[:1].upper() + lowered[1:]

    def form(self, word: str) -> str:
        unseen = word if word.casefold() in ACRONYMS else word.lower()
        return self.seen.get(word.casefold(), unseen)


def written(counted: "Counter[str]", word: str) -> str:
    return word if word in counted else counted.most_common(1)[0][0]
