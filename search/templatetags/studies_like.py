"""Similar studies under a case study. The page's own template loads this; its app does not know the search."""

from typing import Any

from django import template

from cms.front.hearing import unprovable
from cms.front.memos import memo
from cms.languages.text import site_language
from cms.models import CaseStudyPage
from search.engines.configured import asked
from search.engines.protocol import SearchUnavailable
from search.queries.documents import documents
from search.queries.studies import pages_of
from search.rules.documents import PUBLIC
from search.rules.questions import Hit

register = template.Library()


@register.inclusion_tag("search/studies_like.html")
def studies_like(page: CaseStudyPage) -> dict[str, Any]:
    """Up to three, in the reader's language if they can be; none for a draft, none while the search is down."""
    language = site_language()
    hits = [Hit(id=key, number=0, score=0.0) for key in alike(str(page.translation_key))]
    return {"pages": pages_of(hits, language), "language": language}


@memo
def alike(key: str) -> tuple[str, ...]:
    """The works most like this one: the same for each of its translations."""
    document = next(documents([key]), None)
    if document is None:
        return ()
    try:
        return tuple(hit.id for hit in asked(lambda engine: engine.similar(document, audience=[PUBLIC])))
    except SearchUnavailable:
        unprovable()  # it may be back before anything is written
        return ()
