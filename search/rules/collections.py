"""A test collection: documents, questions, and which documents answer which question.

A folder of three files: docs.jsonl (id, language, title, text), queries.jsonl (id, language, text) and qrels.tsv
(question, document, grade; also with TREC's fourth column or with a line of headings).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from search.rules.documents import Document, Passage
from search.rules.measures import Grades

UNSAID = "en"  # the language of what neither says one nor shows it
LONG_CODES = {"eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "ara": "ar", "rus": "ru"}
# Tells the language of texts; nothing where they do not show it.
Guess = Callable[[Sequence[str]], str]
Items = list[tuple[str, dict[str, Any]]]


class NotACollection(ValueError):
    """The folder cannot be read as a collection; the text says which file and line."""


@dataclass(frozen=True, kw_only=True)
class Question:
    id: str
    language: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Collection:
    """`grades` by question, then by document; `remarks`: what was odd and how it was taken."""

    documents: list[Document]
    questions: list[Question]
    grades: dict[str, Grades]
    remarks: tuple[str, ...] = ()

    @property
    def judged(self) -> list[Question]:
        """Those that any document answers."""
        return [question for question in self.questions if any(self.grades.get(question.id, {}).values())]


def unsure(texts: Sequence[str]) -> str:
    return ""


def read_collection(folder: Path, *, guess: Guess = unsure) -> Collection:
    """NotACollection where a file is missing or broken, or where no question has an answer. Lines that say no language
    are in the one that `guess` takes all such lines of their file for."""
    items = list(keyed(folder / "docs.jsonl"))
    told, remark = with_language(items, "docs.jsonl", guess, UNSAID)
    documents, doubled = documents_in(told)
    asked, other = with_language(list(keyed(folder / "queries.jsonl")), "queries.jsonl", guess, commonest(documents))
    questions = {key: Question(id=key, language=item["language"], text=text_in(item, "text")) for key, item in asked}
    found = Collection(documents=documents, questions=list(questions.values()), grades=grades_in(folder / "qrels.tsv"))
    if not documents:
        raise NotACollection(f"{folder / 'docs.jsonl'} holds no document.")
    if not found.judged:
        raise NotACollection(f"{folder / 'qrels.tsv'} answers none of the questions of queries.jsonl.")
    return replace(found, remarks=(*remark, *other, *remarks(found, doubled, len(asked) - len(questions))))


def with_language(items: Items, name: str, guess: Guess, otherwise: str) -> tuple[Items, list[str]]:
    """Each item with the code of its language, and what is to be said of those that had none."""
    silent = [item for _key, item in items if not language_of(item)]
    taken = silent and guess([f"{text_in(item, 'title')} {text_in(item, 'text')}" for item in silent])
    known = [(key, {**item, "language": language_of(item) or taken or otherwise}) for key, item in items]
    if not silent:
        return known, []
    return known, [f"{len(silent)} lines of {name} say no language: taken as “{taken or otherwise}”."]


def commonest(documents: Sequence[Document]) -> str:
    counted = Counter(language for document in documents for language in document.languages)
    return max(counted, key=lambda code: counted[code], default=UNSAID)


def remarks(found: Collection, doubled: int, asked_twice: int) -> Iterator[str]:
    if doubled:
        yield f"{doubled} documents came again under the same id and language: the last of each counts."
    if asked_twice:
        yield f"{asked_twice} questions came again under the same id: the last of each counts."
    left = len(found.questions) - len(found.judged)
    if left:
        yield f"{left} questions have no answer in qrels.tsv and are not asked."
    empty = sum(not any(passage.title + passage.text for passage in item.passages) for item in found.documents)
    if empty:
        yield f"{empty} documents have neither title nor text."
    there = {document.id for document in found.documents}
    missing = {key for question in found.judged for key in found.grades[question.id]} - there
    if missing:
        yield f"{len(missing)} documents that qrels.tsv judges are not in docs.jsonl: they count as not found."


def documents_in(items: Items) -> tuple[list[Document], int]:
    """One document an id: the same id in another language is a translation of the same work. And how many came again
    in the same language."""
    works: dict[str, dict[str, Passage]] = {}
    doubled = 0
    for key, item in items:
        language = item["language"]
        translations = works.setdefault(key, {})
        doubled += language in translations
        translations[language] = Passage(language=language, title=text_in(item, "title"), text=text_in(item, "text"))
    documents = [
        Document(id=key, number=number, passages=tuple(translations.values()))
        for number, (key, translations) in enumerate(works.items())
    ]
    return documents, doubled


def keyed(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line that is not empty, with its id."""
    for number, line in lines(path):
        try:
            item = json.loads(line)
        except ValueError as error:
            raise NotACollection(f"{path}, line {number}: {error}") from error
        if not isinstance(item, dict) or item.get("id") in (None, ""):
            raise NotACollection(f"{path}, line {number} has no “id”.")
        yield str(item["id"]), item


def lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield number, line
    except OSError as error:
        raise NotACollection(f"{path} cannot be read: {error.strerror}.") from error


def language_of(item: dict[str, Any]) -> str:
    """Its code of two letters where it has one, without a region: fr-CA and fra are fr; nothing where none is said."""
    code = text_in(item, "language").strip().lower().replace("_", "-").split("-")[0]
    return LONG_CODES.get(code, code)


def text_in(item: dict[str, Any], name: str) -> str:
    """Nothing where there is nothing; what is no text is taken as it would be written."""
    value = item.get(name)
    return "" if value is None else str(value)


def grades_in(path: Path) -> dict[str, Grades]:
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for number, line in lines(path):
        parts = line.rstrip("\n").split("\t") if "\t" in line else line.split()
        if len(parts) not in {2, 3, 4}:
            raise NotACollection(f"{path}, line {number}: a question, a document and a grade are wanted.")
        question, document, grade = parts[0], parts[-2] if len(parts) > 2 else parts[1], parts[2:][-1:] or ["1"]
        try:
            found[question.strip()][document.strip()] = max(int(float(grade[0])), 0)
        except ValueError as error:
            if number > 1:
                raise NotACollection(f"{path}, line {number}: “{grade[0].strip()}” is no grade.") from error
    return dict(found)
