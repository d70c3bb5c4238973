"""The commands: one JSON object last, and a sentence when something is missing."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from search.queries.documents import documents
from tests.factories.search import study
from tests.site import SiteRoot


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    folder = tmp_path / "collection"
    folder.mkdir()
    documents = [
        {"id": "a", "language": "en", "title": "Water", "text": "Wells for schools."},
        {"id": "b", "language": "en", "title": "Courts", "text": "Judges listen."},
    ]
    (folder / "docs.jsonl").write_text("\n".join(json.dumps(item) for item in documents), encoding="utf-8")
    (folder / "queries.jsonl").write_text(json.dumps({"id": "1", "language": "en", "text": "judge"}), encoding="utf-8")
    (folder / "qrels.tsv").write_text("1\tb\t1\n", encoding="utf-8")
    return folder


@pytest.mark.django_db
@pytest.mark.usefixtures("site_engine")
def test_an_evaluation_ends_with_its_figures(collection: Path, site_engine: str) -> None:
    out = StringIO()

    call_command("search_eval", str(collection), "--engine", site_engine, stdout=out)

    figures = json.loads(out.getvalue().splitlines()[-1])
    timings = {figures.pop("p50_ms") > 0, figures.pop("p95_ms") > 0}
    assert timings == {True}
    assert figures == {
        "ndcg@10": 1.0,
        "mrr@10": 1.0,
        "recall@100": 1.0,
        "map": 1.0,
        "documents": 2,
        "queries": 1,
        "engine": site_engine,
    }


@pytest.mark.django_db
def test_without_a_node_or_a_folder_a_sentence_says_so(settings: Settings, tmp_path: Path, collection: Path) -> None:
    settings.ELASTICSEARCH_URL = ""

    with pytest.raises(CommandError, match="Set ELASTICSEARCH_URL"):
        call_command("search_eval", str(collection), "--engine", "elasticsearch")
    with pytest.raises(CommandError, match=r"docs\.jsonl"):
        call_command("search_eval", str(tmp_path))


@pytest.mark.django_db
def test_a_rebuild_says_how_many_works_there_are(site_root: SiteRoot, site_engine: str) -> None:
    study(site_root.home("en"), "One well")
    out = StringIO()

    call_command("search_rebuild", stdout=out)

    assert out.getvalue() == f"The index holds {len(list(documents()))} works.\n"
