"""Elasticsearch's fields, and a document in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from search.engines.ranking import edges_of
from search.language.forms import LANGUAGES, Fields
from search.rules.documents import Document
from search.rules.facets import FACETS, SORT_LANGUAGES
from search.rules.questions import Completion

Action = dict[str, Any]

SCORED = Fields._fields[:-1]
SETTINGS: dict[str, object] = {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "1s"}
KEYWORD = {"type": "keyword"}
NUMBERS = ("num", "newest", *(f"place_{language}" for language in SORT_LANGUAGES))

# Text comes from the database; nothing but postings and columns is kept here.
DOCUMENTS: dict[str, Any] = {
    "dynamic": "strict",
    "_source": {"enabled": False},
    "properties": {
        **{name: {"type": "text", "analyzer": "whitespace", "index_options": "freqs"} for name in SCORED},
        "words": {"type": "text", "analyzer": "whitespace", "index_options": "positions"},
        **dict.fromkeys((*FACETS, "audience", "id"), KEYWORD),
        **{name: {"type": "long"} for name in NUMBERS},
    },
}
COMPLETIONS: dict[str, object] = {
    "dynamic": "strict",
    "properties": {
        **{name: {"type": "keyword", "index": False} for name in ("label", "language", "kind", "value")},
        "audience": KEYWORD,
        "edges": {"type": "text", "analyzer": "whitespace", "index_options": "docs", "norms": False},
    },
}


def engine_document(document: Document, fields: Fields) -> dict[str, object]:
    return {
        "id": document.id,
        "num": document.number,
        "newest": document.newest_key,
        "audience": list(document.audience),
        **{f"place_{language}": document.place_key(language) for language in SORT_LANGUAGES},
        **fields._asdict(),
        **{name: list(document.facets.get(name, ())) for name in FACETS},
    }


def completion_document(item: Completion, audience: tuple[str, ...]) -> dict[str, object]:
    return {
        "label": item.label,
        "language": item.language,
        "kind": item.kind,
        "value": item.value,
        "audience": list(audience),
        "edges": edges_of(item.label, item.language),
    }


def written(index: str, key: str, sequence: int, body: Mapping[str, object]) -> Action:
    action: Action = {"_op_type": "index", "_index": index, "_id": key, "_source": body}
    return {**action, "version": sequence, "version_type": "external_gte"}


def removed(index: str, key: str, sequence: int) -> Action:
    return {"_op_type": "delete", "_index": index, "_id": key, "version": sequence, "version_type": "external_gte"}


def keys_of(work: str) -> list[str]:
    """Every completion key that a work can have."""
    return [f"{work}:{language}" for language in (*LANGUAGES, "credit")]


def completion_of(source: Mapping[str, Any]) -> Completion:
    return Completion(label=source["label"], language=source["language"], kind=source["kind"], value=source["value"])
