"""What people type: words that studies have, neither the commonest nor the rarest, some with filters or misspelt."""

from __future__ import annotations

import numpy as np

from search.rules.questions import Query
from tests.bench.search.works import FLAT, LANGUAGES, SEED, WORDS, vocabulary

LONG = 5_000  # letters
FORMS = ("{} {}", "{} {} {}", "{} {} {} {}", '"{} {}" {} {}', "{} AND {} {}", "{} {} {} {} {} {}")


def questions(count: int) -> list[Query]:
    chance = np.random.default_rng([SEED, 50_000_001])
    return [question(chance) for _number in range(count)]


def question(chance: np.random.Generator) -> Query:
    """A third under one or two filters, a tenth with a typing error."""
    language = str(chance.choice(LANGUAGES))
    form = str(chance.choice(FORMS))
    words = [word(chance, language) for _place in range(form.count("{}"))]
    if chance.random() < 0.1:
        words[-1] = words[-1][:2] + words[-1][3:]
    names = [str(name) for name in chance.permutation(list(FLAT))][: int(chance.choice([0, 0, 0, 0, 1, 2]))]
    filters = {name: (f"{name}-{chance.integers(0, FLAT[name][0])}",) for name in names}
    return Query(text=form.format(*words), language=language, filters=filters)


def word(chance: np.random.Generator, language: str) -> str:
    """Of the first 20,000, each order of magnitude as often as the next."""
    rank = int(np.exp(chance.uniform(np.log(30), np.log(20_000))))
    return str(vocabulary()[language][rank])


def long_question(number: int) -> Query:
    """5,000 letters of words that studies have, as somebody pastes a page of text."""
    chance = np.random.default_rng([SEED, 60_000_001, number])
    text = ""
    while len(text) < LONG:
        text += f"{vocabulary()['en'][min(int(chance.zipf(1.2)), WORDS - 1)]} "
    return Query(text=text[:LONG].rsplit(" ", 1)[0], language="en")


def nonsense() -> Query:
    chance = np.random.default_rng([SEED, 70_000_001])
    letters = chance.choice(list("bcdfghjklmnpqrstvwxz "), LONG)
    return Query(text="".join(letters), language="en")


def prefixes(count: int) -> list[tuple[str, str]]:
    """What somebody has typed of a title so far, with the language."""
    chance = np.random.default_rng([SEED, 80_000_001])
    found = []
    for _number in range(count):
        language = str(chance.choice(LANGUAGES))
        whole = " ".join(word(chance, language) for _place in range(int(chance.integers(1, 3))))
        found.append((whole[: int(chance.integers(2, len(whole) + 1))], language))
    return found
