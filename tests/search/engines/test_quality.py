"""How good the answers are on public collections. These lie beside the working copy on some machines, in no other."""

from dataclasses import replace
from pathlib import Path

import pytest

from search.actions.evaluation import VERSION, build, mean, measured
from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import SearchEngine
from search.language.dictionaries import thesaurus
from search.language.lexicon import Concept
from search.language.readings import SPELLING
from search.rules.collections import Collection, read_collection
from tests.bench.search.quality import misspelt
from tests.search.conftest import made

SHARED = next((up / "shared" for up in Path(__file__).resolve().parents if (up / "shared/collections").is_dir()), None)
LEAST = {"cranfield": 0.41, "xquad-en": 0.970, "xquad-es": 0.965, "xquad-es-en": 0.85}
pytestmark = pytest.mark.skipif(SHARED is None, reason="there is no ../shared with test collections here")


def collection(name: str, *, every: int = 1) -> Collection:
    """Its documents, and every so many of its questions."""
    assert SHARED is not None
    found = read_collection(SHARED / "collections" / name)
    return replace(found, questions=found.questions[::every])


def concepts() -> list[Concept]:
    assert SHARED is not None
    return thesaurus(SHARED / "vocabularies" / "unbis_topics.json")


def learnt(engine: SearchEngine, found: Collection) -> SearchEngine:
    engine.prepare(VERSION)
    build(engine, found, concepts())
    return engine


def ndcg(engine: SearchEngine, found: Collection, *off: str) -> float:
    return mean(measured(engine, found, frozenset(off))["ndcg"])


@pytest.mark.parametrize("name", LEAST)
def test_the_answers_are_as_good_as_promised(tmp_path: Path, name: str) -> None:
    found = collection(name)

    assert ndcg(learnt(EmbeddedEngine(tmp_path), found), found) >= LEAST[name]


@pytest.mark.parametrize("name", LEAST)
def test_both_engines_are_equally_good(tmp_path: Path, name: str) -> None:
    found = collection(name, every=8)
    embedded = ndcg(learnt(EmbeddedEngine(tmp_path / "embedded"), found), found)

    for elastic in made("elasticsearch", tmp_path / "elastic"):
        assert abs(ndcg(learnt(elastic, found), found) - embedded) <= 0.002


@pytest.mark.parametrize("name", ["cranfield", "xquad-en", "xquad-es"])
def test_the_speller_mends_typing_errors_and_costs_nothing(tmp_path: Path, name: str) -> None:
    found = collection(name)
    engine = learnt(EmbeddedEngine(tmp_path), found)

    clean = ndcg(engine, found)
    typos = ndcg(engine, replace(found, questions=[misspelt(item) for item in found.questions]))

    assert typos >= 0.97 * clean
    assert clean >= ndcg(engine, found, SPELLING) - 0.002
