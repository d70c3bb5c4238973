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


ODD: dict[str, list[dict[str, str | None]]] = {
    "docs.jsonl": [
        {"id": "r1", "language": "ru", "text": "Комитет рекомендует защищать права детей в школах."},
        {"id": "r2", "language": "ru", "title": "", "text": "Суды и судьи."},
        {"id": "r3", "language": "ar", "text": "توصي اللجنة بحماية حقوق الأطفال والمدارس."},
        {"id": "r4", "language": "fr", "title": None, "text": "L’État protège l’enfant; les lois sont égales."},
        {"id": "r4", "language": "fr", "text": "L’État protège l’enfant par des lois."},
        {"id": "r5", "language": "fr", "text": ""},
        {"id": "r6", "language": "xx", "text": "???"},
    ],
    "queries.jsonl": [
        {"id": "q1", "language": "ru", "text": "Сколько подростков? Кто защищает право ребёнка?"},
        {"id": "q2", "language": "ar", "text": "كم عدد المدرسة وحق الطفل؟"},
        {"id": "q3", "language": "fr", "text": "Quelle loi protege les enfants ? " + "combien de lois " * 70},
        {"id": "q4", "language": "fr", "text": ""},
    ],
}


@pytest.mark.django_db
def test_odd_collections_in_other_scripts_are_measured(tmp_path: Path, site_engine: str) -> None:
    for name, lines in ODD.items():
        (tmp_path / name).write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text("q1 0 r1 4\nq1 0 r2 0\nq2 0 r3 3\nq3 0 r4 1\nq4 0 r9 2\n", encoding="utf-8")
    out, err = StringIO(), StringIO()

    call_command("search_eval", str(tmp_path), "--engine", site_engine, stdout=out, stderr=err)

    figures = json.loads(out.getvalue().splitlines()[-1])
    assert (figures["ndcg@10"], figures["documents"], figures["queries"]) == (0.75, 6, 4)
    assert err.getvalue().splitlines() == [
        "1 documents came again under the same id and language: the last of each counts.",
        "1 documents have neither title nor text.",
        "1 documents that qrels.tsv judges are not in docs.jsonl: they count as not found.",
    ]
