"""A law: what a reader gets is what he would get if nothing else had ever been indexed."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines.protocol import SearchEngine
from search.rules.documents import Document
from search.rules.questions import Query, Result, Sort
from tests.factories.search import work
from tests.search.conftest import ENGINES, fill_engine, made

READERS: list[tuple[str, ...]] = [
    ("public",),
    ("public", "user:1"),
    ("public", "user:2", "member", "organisation:7"),
    ("public", "user:3", "member", "group:12"),
    ("public", "user:4", "member", "staff"),
]
AUDIENCES = [["public"], ["member"], ["group:12"], ["organisation:7", "staff"], ["user:2"], ["staff"]]
# Words of the open works and of the closed ones: each hidden word is close to an open one.
OPEN = ["water", "school", "court", "report", "ministry", "village", "parliament", "teacher", "guardian"]
HIDDEN = ["waters", "schooled", "courtyard", "reporter", "ministers", "villager", "zeppelin", "quarantine"]
FORMS = ["{} {}", '"{} {}"', "{} AND {}", "{} NOT {}", "{}* {}", "", "{}"]


def corpus(seed: int) -> list[Document]:
    chance = random.Random(seed)
    return [document(number, chance) for number in range(1, 81)]


def document(number: int, chance: random.Random) -> Document:
    audience = chance.choice(AUDIENCES)
    words = OPEN if audience == ["public"] else OPEN + HIDDEN
    return work(
        number,
        " ".join(chance.choices(words, k=3)),
        " ".join(chance.choices(words, k=20)),
        audience=audience,
        facets={"theme": (chance.choice(words),), "stage": (chance.choice(["report", "follow-up"]),)},
        place=chance.choice(["Togo", "Kenya", "Nepal"]),
    )


def misspelt(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word))
    return chance.choice([word, word, word[:place] + word[place + 1 :], word + "s"])


def questions(seed: int, *, count: int) -> list[Query]:
    chance = random.Random(seed)
    return [
        Query(
            text=chance.choice(FORMS).format(*(misspelt(word, chance) for word in chance.choices(OPEN + HIDDEN, k=2))),
            audience=chance.choice(READERS),
            filters=chance.choice([{}, {}, {"stage": ("report",)}, {"theme": (chance.choice(HIDDEN),)}]),
            sort=chance.choice(list(Sort)),
            size=100,
        )
        for _ in range(count)
    ]


def may_see(reader: tuple[str, ...], item: Document) -> bool:
    return bool(set(reader) & set(item.audience))


def told(result: Result) -> tuple[object, ...]:
    """All that a reader learns but the order, which follows how rare words are everywhere."""
    numbers = sorted(hit.number for hit in result.hits)
    return numbers, result.total, result.facets, result.corrections, result.unknown, result.left_out


@pytest.fixture(params=ENGINES)
def everything(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SearchEngine]:
    for engine in made(request.param, tmp_path / "all"):
        yield fill_engine(engine, corpus(12))


@pytest.fixture
def seen_alone(everything: SearchEngine, tmp_path: Path) -> Iterator[dict[tuple[str, ...], SearchEngine]]:
    """By reader, an engine of the same kind that never heard of anything else."""
    sources = [made(everything.name, tmp_path / str(number)) for number, _reader in enumerate(READERS)]
    alone = [next(source) for source in sources]
    for reader, engine in zip(READERS, alone, strict=True):
        fill_engine(engine, [item for item in corpus(12) if may_see(reader, item)])
    yield dict(zip(READERS, alone, strict=True))
    for source in sources:
        next(source, None)


def test_no_question_learns_anything_of_what_is_hidden(
    everything: SearchEngine, seen_alone: dict[tuple[str, ...], SearchEngine]
) -> None:
    asked = questions(34, count=150)

    different = [
        (query.text, query.audience, told(everything.search(query)), told(seen_alone[query.audience].search(query)))
        for query in asked
        if told(everything.search(query)) != told(seen_alone[query.audience].search(query))
    ]

    assert different == []


def test_no_completion_offers_a_hidden_title(
    everything: SearchEngine, seen_alone: dict[tuple[str, ...], SearchEngine]
) -> None:
    for reader in READERS:
        for word in OPEN + HIDDEN:
            found = everything.complete(word[:3], language="en", audience=reader)
            alone = seen_alone[reader].complete(word[:3], language="en", audience=reader)
            assert [item.label for item in found] == [item.label for item in alone], (reader, word)


def test_nothing_similar_is_hidden(everything: SearchEngine) -> None:
    by_number = {item.number: item for item in corpus(12)}

    for reader in READERS:
        for item in list(by_number.values())[:10]:
            for hit in everything.similar(item, audience=reader, limit=10):
                assert may_see(reader, by_number[hit.number]), (reader, item.number, hit.number)
