"""What is called so in several languages: the site's vocabularies and the lexicons that it imported."""

from __future__ import annotations

from collections.abc import Iterator

from search.language.acronyms import ACRONYMS
from search.language.lexicon import Concept
from search.models import Lexicon
from search.queries.vocabularies import vocabularies


def concepts() -> Iterator[Concept]:
    """Labels by language: of every acronym, of every facet value, of everything in every lexicon."""
    for item in ACRONYMS:
        yield {language: [name] for language, name in item.names.items()}
    for _facet, value in vocabularies():
        yield {language: [text] for language, text in value.label.texts.items() if text}
    for content in Lexicon.objects.order_by("pk").values_list("concepts", flat=True):
        yield from content
