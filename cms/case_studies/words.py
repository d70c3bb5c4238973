"""Which language a text is in, which of its words are names, and what in it looks like personal data."""

import re
from collections import Counter
from dataclasses import dataclass

FREQUENT = {
    "en": "the of and to in for with that was by on from their",
    "fr": "le la les des et du une pour dans est aux par sur",
    "es": "el los las y del una para con por que se su al",
}
PERSONAL = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?:\+|\b00)\d[\d ().-]{6,}\d"),
    re.compile(r"\b(?:M\.|Mr\.?|Mrs\.?|Ms\.?|Mme|Mlle|Dr\.?|Dra\.?|Sr\.?|Sra\.?)(?: [A-ZÀ-Ý][\w’'-]+){1,3}"),
)


def language_of(text: str) -> str:
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    return max(FREQUENT, key=lambda language: sum(words[word] for word in FREQUENT[language].split()))


def personal_data(text: str) -> tuple[str, ...]:
    """Addresses, telephone numbers and titled names, in the order of their kinds, each once."""
    found = (match.strip() for pattern in PERSONAL for match in pattern.findall(text))
    return tuple(dict.fromkeys(found))


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
        lowered = re.sub(r"[^\W\d_]+", lambda match: self.seen.get(match[0].casefold(), match[0].lower()), capitals)
        return lowered[:1].upper() + lowered[1:]


def written(counted: "Counter[str]", word: str) -> str:
    return word if word in counted else counted.most_common(1)[0][0]
