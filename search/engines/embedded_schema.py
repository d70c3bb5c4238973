"""The embedded engine's fields, and a document in them."""

from __future__ import annotations

import tantivy

from search.engines.ranking import edges_of
from search.language.forms import Fields
from search.rules.documents import Document
from search.rules.facets import FACETS, SORT_LANGUAGES
from search.rules.questions import Completion

SCORED = Fields._fields[:-1]


def documents_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("audience", tokenizer_name="raw", index_option="basic")
    for name in SCORED:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("num", "newest", *(f"place_{language}" for language in SORT_LANGUAGES)):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    return builder.build()


def completions_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("id", "work", "label", "language", "kind", "value"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("audience", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("edges", tokenizer_name="whitespace", index_option="basic")
    return builder.build()


DOCUMENTS = documents_schema()
COMPLETIONS = completions_schema()


def engine_document(document: Document, fields: Fields) -> tantivy.Document:
    content: dict[str, object] = {
        "id": [document.id],
        "audience": list(document.audience),
        "num": [document.number],
        "newest": [document.newest_key],
        **{f"place_{language}": [document.place_key(language)] for language in SORT_LANGUAGES},
        **{name: [value] for name, value in fields._asdict().items()},
        **{name: list(document.facets.get(name, ())) for name in FACETS},
    }
    # `from_dict` with the schema: the constructor guesses signed integers.
    return tantivy.Document.from_dict(content, DOCUMENTS)


def completion_document(key: str, item: Completion, work: str, audience: tuple[str, ...]) -> tantivy.Document:
    content: dict[str, object] = {
        "id": [key],
        "work": [work],
        "label": [item.label],
        "language": [item.language],
        "kind": [item.kind],
        "value": [item.value],
        "audience": list(audience),
        "edges": [edges_of(item.label, item.language)],
    }
    return tantivy.Document.from_dict(content, COMPLETIONS)
