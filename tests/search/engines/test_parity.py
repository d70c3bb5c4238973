"""Two engines, one ranking: the same works in the same order, the same counts."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import SearchEngine
from search.rules.documents import Document
from search.rules.questions import Query
from tests.factories.search import work
from tests.search.conftest import fill_engine, made

WORDS = [
    "water",
    "school",
    "court",
    "child",
    "report",
    "state",
    "plan",
    "ministry",
    "law",
    "girl",
    "budget",
    "camp",
    "village",
    "parliament",
    "judge",
    "teacher",
]


def corpus(seed: int) -> list[Document]:
    chance = random.Random(seed)
    return [
        work(
            number,
            " ".join(chance.choices(WORDS, k=4)),
            " ".join(chance.choices(WORDS, k=chance.randint(5, 60))),
            facets={"stage": (chance.choice(["report", "follow-up"]),), "theme": (chance.choice(WORDS),)},
            audience=chance.choice([["public"], ["member"], ["public", "staff"]]),
        )
        for number in range(1, 121)
    ]


def questions(seed: int) -> list[Query]:
    chance = random.Random(seed)
    forms = ["{} {}", "{} {} {}", '"{} {}" {}', "{} AND {}", "{} NOT {}", "{} sch*", "{} watter"]
    return [
        Query(
            text=chance.choice(forms).format(*chance.choices(WORDS, k=3)),
            filters=chance.choice([{}, {"stage": ("report",)}]),
            audience=chance.choice([("public",), ("public", "member")]),
            size=20,
        )
        for _ in range(60)
    ]


@pytest.fixture
def elastic(tmp_path: Path) -> Iterator[SearchEngine]:
    yield from made("elasticsearch", tmp_path / "elastic")


def test_both_engines_answer_alike(elastic: SearchEngine, tmp_path: Path) -> None:
    embedded = EmbeddedEngine(tmp_path / "embedded")
    for engine in (elastic, embedded):
        fill_engine(engine, corpus(1983))

    for query in questions(7):
        left, right = elastic.search(query), embedded.search(query)
        assert [hit.number for hit in left.hits] == [hit.number for hit in right.hits], query.text
        assert [hit.score for hit in left.hits] == pytest.approx([hit.score for hit in right.hits], abs=1e-4)
        assert (left.total, left.facets, left.corrections) == (right.total, right.facets, right.corrections)
