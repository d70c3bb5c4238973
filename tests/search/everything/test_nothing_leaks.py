"""Ten thousand questions of readers who are curious, in a world with a secret word in every corner.

Whoever asks gets nothing of what he may not see: no hit, no count, no completion, no correction, no chip, no similar
thing, no marked word. The tokens themselves are held to `visible_to` by test_tokens.
"""

import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import islice
from random import Random

import pytest
from django.utils import timezone

from members.accounts.models import User
from search.actions import rebuild
from search.engines.configured import engines
from search.queries.audiences import audience_of
from search.queries.documents import documents
from search.queries.everything import everything
from search.rules.documents import Document
from search.rules.facets import COUNTED_FOR_MEMBERS
from search.rules.questions import Query, Result, Sort
from tests.factories.accounts import UserFactory
from tests.factories.everything import SHARED, World, random_world
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
PAIRS, COMPLETIONS, SIMILAR, SHOWN = 10_000, 2_000, 500, 150
FORMS = ["{}", "{}", "{} {}", '"{} {}"', "{} AND {}", "{} NOT {}", "{}*", ""]
WORD = re.compile(r"\w+")


@dataclass(kw_only=True)
class Reader:
    """What one person may find, and all words in it; `counts` of every value of every filter."""

    person: User
    tokens: tuple[str, ...]
    things: list[Document]
    words: set[str] = field(default_factory=set)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for thing in self.things:
            self.words.update(words_of(thing))
            self.counts.update((name, value) for name, values in thing.facets.items() for value in values)


def words_of(thing: Document) -> set[str]:
    texts = [text for one in thing.passages for text in (one.title, one.text)]
    return set(WORD.findall(" ".join([*texts, *(label.text for label in thing.labels)]).lower()))


@dataclass(kw_only=True)
class Curious:
    """All readers of a world, and what they might ask."""

    world: World
    things: list[Document]
    readers: list[Reader]
    chance: Random

    @cached_property
    def values(self) -> dict[str, list[str]]:
        """Of each filter, also those of things that hardly anybody sees."""
        return {
            name: sorted({value for thing in self.things for value in thing.facets.get(name, ())})
            for name in COUNTED_FOR_MEMBERS
        }

    def secrets_from(self, reader: Reader) -> set[str]:
        return set(self.world.words) - reader.words

    def word(self) -> str:
        """A secret of somebody's, as it stands or misspelt, or a word that all things share."""
        word = self.chance.choice([self.chance.choice(self.world.words), self.chance.choice(SHARED)])
        place = self.chance.randrange(1, len(word))
        return self.chance.choice([word, word, word[:place] + word[place + 1 :], word[: place + 2]])

    def query(self, reader: Reader) -> Query:
        text = self.chance.choice(FORMS).format(self.word(), self.word())
        name = self.chance.choice(COUNTED_FOR_MEMBERS)
        chosen = {name: (self.chance.choice(self.values[name]),)} if self.chance.random() < 0.3 else {}
        return Query(
            text=text,
            language=self.chance.choice(["en", "fr", "es"]),
            filters=chosen,
            audience=reader.tokens,
            sort=self.chance.choice([Sort.RELEVANCE, Sort.NEWEST]),
            counted=COUNTED_FOR_MEMBERS,
            size=50,
        )

    def pairs(self) -> Iterator[tuple[Reader, Query]]:
        while True:
            reader = self.chance.choice(self.readers)
            yield reader, self.query(reader)


@pytest.fixture
def curious(site_root: SiteRoot, site_engine: str, now: datetime) -> Curious:
    today = timezone.now().date()
    world = random_world(site_root, seed=1983, on=today, size=3)
    rebuild(now=now)
    things = list(documents())
    people: list[User] = [*world.people, UserFactory()]
    readers = [reader_of(person, things, today) for person in people]
    return Curious(world=world, things=things, readers=readers, chance=Random(54))


def reader_of(person: User, things: list[Document], on: date) -> Reader:
    tokens = audience_of(person, on=on)
    return Reader(
        person=person, tokens=tokens, things=[thing for thing in things if {*tokens}.intersection(thing.audience)]
    )


def leaks_of(result: Result, reader: Reader, query: Query, secrets: set[str]) -> list[str]:
    """What the answer tells that it may not."""
    own = {thing.id for thing in reader.things}
    told = [used for _typed, used in result.corrections] + [chip.meant for chip in result.expansions]
    counted = {(name, value): n for name, values in result.facets.items() for value, n in values.items()}
    return [
        *(f"hit {hit.id}" for hit in result.hits if hit.id not in own),
        *(f"count {key} {n}" for key, n in counted.items() if n > reader.counts[key]),
        *(f"word {word}" for word in told if word in secrets),
        *(
            f"mark {word}"
            for word in result.folds
            if word.rstrip("*") in secrets and word.rstrip("*") not in query.text
        ),
        *(["total"] if result.total > len(own) else []),
    ]


def test_ten_thousand_questions_leak_nothing(curious: Curious) -> None:
    (engine, *_others) = engines()
    hidden = {id(reader): curious.secrets_from(reader) for reader in curious.readers}
    leaks: list[tuple[str, list[str]]] = []
    found = 0
    pairs = list(islice(curious.pairs(), PAIRS))
    with ThreadPoolExecutor(4) as several:
        results = list(several.map(lambda pair: engine.search(pair[1]), pairs))

    for (reader, query), result in zip(pairs, results, strict=True):
        found += result.total
        leaks += [(query.text, told) for told in [leaks_of(result, reader, query, hidden[id(reader)])] if told]

    assert leaks == []
    assert found > PAIRS
    assert min(map(len, hidden.values())) > 10


def test_no_completion_says_a_hidden_word(curious: Curious) -> None:
    (engine, *_others) = engines()
    offered = 0

    for reader, _query in islice(curious.pairs(), COMPLETIONS):
        start = curious.word()[:4]
        labels = [item.label for item in engine.complete(start, language="en", audience=reader.tokens)]
        said = set(WORD.findall(" ".join(labels)))
        offered += len(labels)
        assert said & curious.secrets_from(reader) == set(), (reader.tokens, start)

    assert offered > COMPLETIONS / 10


def test_nothing_similar_is_hidden(curious: Curious) -> None:
    (engine, *_others) = engines()
    alike = 0

    for reader, _query in islice(curious.pairs(), SIMILAR):
        hits = engine.similar(curious.chance.choice(curious.things), audience=reader.tokens, limit=10)
        alike += len(hits)
        assert {hit.id for hit in hits} <= {thing.id for thing in reader.things}

    assert alike > SIMILAR


def test_the_page_shows_no_hidden_word(curious: Curious) -> None:
    """With titles, excerpts, marks and lines, as the view gets them: each hit from the database."""
    today, shown = timezone.now().date(), 0

    for reader, query in islice(curious.pairs(), SHOWN):
        answer = everything(query, user=reader.person, on=today)
        pieces = [piece.text for hit in answer.hits for piece in (*hit.title, *hit.excerpt)]
        about = [str(part) for hit in answer.hits for part in (*hit.line.who, hit.line.where, hit.line.group)]
        shown += len(answer.hits)
        told = set(WORD.findall(" ".join(pieces + about).lower()))
        assert told & curious.secrets_from(reader) == set(), (reader.tokens, query)

    assert shown > SHOWN
