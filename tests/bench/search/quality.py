"""How good the answers are on public test collections: clean, misspelt, without the speller, across languages."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from search.actions.evaluation import VERSION, build, mean, measured
from search.engines.protocol import SearchEngine
from search.language.dictionaries import thesaurus
from search.language.guessing import guessed
from search.language.lexicon import Concept
from search.language.readings import SPELLING
from search.rules.collections import Collection, Question, read_collection
from tests.bench.search.building import opened

SAME = ("cranfield", "xquad-en", "xquad-es")
ACROSS = "xquad-es-en"
LATIN = "abcdefghijklmnopqrstuvwxyz"
SCRIPTS = ("абвгдежзийклмнопрстуфхцчшщъыьэюя", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
LONG = re.compile(r"[^\W\d_]{5,}")


def quality(name: str, alias: str, collections: Path, terms: Path) -> dict[str, dict[str, float]]:
    """nDCG@10 by collection. `typos`: with an error in every word of five letters or more, and `typo_share` of clean;
    `speller_cost`: what clean questions lose to the speller; with the thesaurus imported where one is given."""
    concepts = thesaurus(terms) if terms.is_file() else []
    names = [name for name in (*SAME, ACROSS) if (collections / name).is_dir()]
    return {item: figures(name, alias, read_collection(collections / item, guess=guessed), concepts) for item in names}


def figures(name: str, alias: str, collection: Collection, concepts: Sequence[Concept]) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="plenary-bench-") as folder:
        engine = opened(name, alias, Path(folder))
        engine.prepare(VERSION)
        try:
            build(engine, collection, concepts)
            clean = ndcg(engine, collection)
            typos = ndcg(engine, replace(collection, questions=[misspelt(item) for item in collection.questions]))
            alone = mean(measured(engine, collection, frozenset({SPELLING}))["ndcg"])
        finally:
            engine.discard(VERSION)
    return {
        "ndcg@10": clean,
        "typos": typos,
        "typo_share": round(typos / clean, 4),
        "speller_cost": round(alone - clean, 4),
    }


def ndcg(engine: SearchEngine, collection: Collection) -> float:
    return mean(measured(engine, collection)["ndcg"])


def misspelt(question: Question) -> Question:
    """One error in every word of five letters or more; the same question always gets the same ones."""
    chance = random.Random(question.id)
    return replace(question, text=LONG.sub(lambda match: wrong(match.group(), chance), question.text))


def wrong(word: str, chance: random.Random) -> str:
    """A letter left out, doubled into another, replaced, or swapped with the next; not the first letter."""
    place = chance.randrange(1, len(word) - 1)
    letter = chance.choice(next((letters for letters in SCRIPTS if word[0].lower() in letters), LATIN))
    return {
        "left out": word[:place] + word[place + 1 :],
        "put in": word[:place] + letter + word[place:],
        "replaced": word[:place] + letter + word[place + 1 :],
        "swapped": word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    }[chance.choice(["left out", "put in", "replaced", "swapped"])]
