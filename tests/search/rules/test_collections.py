"""Reading test collections, the odd ones too, and saying what is wrong with one."""

import json
from pathlib import Path
from typing import Any

import pytest

from search.language.guessing import guessed
from search.rules.collections import NotACollection, read_collection


def folder(path: Path, documents: list[Any], questions: list[Any], grades: str) -> Path:
    (path / "docs.jsonl").write_text("\n".join(json.dumps(item) for item in documents), encoding="utf-8")
    (path / "queries.jsonl").write_text("\n".join(json.dumps(item) for item in questions), encoding="utf-8")
    (path / "qrels.tsv").write_text(grades, encoding="utf-8")
    return path


ASKED = [{"id": 1, "language": "en", "text": "water"}]


def test_a_collection_is_read_as_it_stands(tmp_path: Path) -> None:
    found = read_collection(
        folder(tmp_path, [{"id": 7, "language": "en", "text": "Wells", "title": "Water"}], ASKED, "1\t7\t2\n")
    )

    (document,) = found.documents
    assert (document.id, document.number, document.languages) == ("7", 0, ("en",))
    assert (found.grades, found.remarks) == ({"1": {"7": 2}}, ())
    assert [(item.id, item.language, item.text) for item in found.judged] == [("1", "en", "water")]


def test_the_same_id_in_another_language_is_a_translation(tmp_path: Path) -> None:
    documents = [
        {"id": "a", "language": "EN", "text": "Water"},
        {"id": "a", "language": "es", "text": "Agua"},
        {"id": "a", "language": "es", "text": "El agua"},
        {"id": "b", "language": "en", "title": None, "text": ""},
    ]
    asked = [*ASKED, *ASKED, {"id": "2", "language": "en", "text": "x"}]

    found = read_collection(folder(tmp_path, documents, asked, "1\ta\t1\n1\tgone\t2\n"))

    assert [(item.id, [passage.text for passage in item.passages]) for item in found.documents] == [
        ("a", ["Water", "El agua"]),
        ("b", [""]),
    ]
    assert found.remarks == (
        "1 documents came again under the same id and language: the last of each counts.",
        "1 questions came again under the same id: the last of each counts.",
        "1 questions have no answer in qrels.tsv and are not asked.",
        "1 documents have neither title nor text.",
        "1 documents that qrels.tsv judges are not in docs.jsonl: they count as not found.",
    )


@pytest.mark.parametrize(
    "grades", ["1\ta\t1", "query-id\tcorpus-id\tscore\n1\ta\t1", "1 0 a 1\n", "1 a 1.0", "1\ta", "\n1\ta\t1\n\n"]
)
def test_grades_are_read_in_every_usual_form(tmp_path: Path, grades: str) -> None:
    found = read_collection(folder(tmp_path, [{"id": "a", "text": "w"}], ASKED, grades))

    assert found.grades == {"1": {"a": 1}}


@pytest.mark.parametrize(
    ("documents", "grades", "sentence"),
    [
        ([], "1\ta\t1", r"docs\.jsonl holds no document"),
        ([{"text": "w"}], "1\ta\t1", r"docs\.jsonl, line 1 has no “id”"),
        (["a"], "1\ta\t1", r"docs\.jsonl, line 1 has no “id”"),
        ([{"id": "a"}], "", r"qrels\.tsv answers none of the questions"),
        ([{"id": "a"}], "1\ta\t0", r"qrels\.tsv answers none of the questions"),
        ([{"id": "a"}], "1\ta\t1\n1\tb\tgood", r"qrels\.tsv, line 2: “good” is no grade"),
        ([{"id": "a"}], "1", r"qrels\.tsv, line 1: a question, a document and a grade"),
    ],
)
def test_what_is_no_collection_is_refused_with_a_sentence(
    tmp_path: Path, documents: list[Any], grades: str, sentence: str
) -> None:
    with pytest.raises(NotACollection, match=sentence):
        read_collection(folder(tmp_path, documents, ASKED, grades))


def test_a_missing_file_and_a_broken_line_are_named(tmp_path: Path) -> None:
    folder(tmp_path, [{"id": "a"}], ASKED, "1\ta\t1")
    (tmp_path / "docs.jsonl").write_text('{"id": "a"}\n{"id"\n', encoding="utf-8")
    with pytest.raises(NotACollection, match=r"docs\.jsonl, line 2: "):
        read_collection(tmp_path)

    folder(tmp_path, [{"id": "a"}], ASKED, "1\ta\t1")
    (tmp_path / "qrels.tsv").unlink()
    with pytest.raises(NotACollection, match=r"qrels\.tsv cannot be read: No such file"):
        read_collection(tmp_path)


@pytest.mark.parametrize(("said", "code"), [("fr-CA", "fr"), ("FRA", "fr"), ("zh_Hant", "zh"), ("pt", "pt")])
def test_a_language_is_known_by_its_code_alone(tmp_path: Path, said: str, code: str) -> None:
    found = read_collection(folder(tmp_path, [{"id": "a", "language": said, "text": "w"}], ASKED, "1\ta\t1"))

    assert (found.documents[0].languages, found.remarks) == ((code,), ())


@pytest.mark.parametrize(
    ("text", "asked", "documents", "questions"),
    [
        ("Les enfants de la ville sont à l’école", "Combien de puits ?", "fr", "fr"),
        ("El agua de los pozos es para las escuelas", "¿Cuántos hay?", "es", "es"),
        ("Дети и их права в школе", "Сколько школ в городе?", "ru", "ru"),
        ("حقوق الأطفال في هذه المدارس", "كم عدد المدارس في المدينة؟", "ar", "ar"),
        ("Wells for the schools of a town", "colegios", "en", "en"),
        ("Дети и их права в школе", "школы", "ru", "ru"),
        ("Brunnen", "Brunnen", "en", "en"),
    ],
)
def test_a_language_that_is_not_said_is_seen(
    tmp_path: Path, text: str, asked: str, documents: str, questions: str
) -> None:
    found = read_collection(
        folder(tmp_path, [{"id": "a", "text": text}], [{"id": "1", "text": asked}], "1\ta\t1"), guess=guessed
    )

    assert found.documents[0].languages == (documents,)
    assert found.questions[0].language == questions
    assert found.remarks == (
        f"1 lines of docs.jsonl say no language: taken as “{documents}”.",
        f"1 lines of queries.jsonl say no language: taken as “{questions}”.",
    )
