"""Similar studies under a case study. The page's own template loads this; its app does not know the search."""

from typing import Any

from django import template

from cms.languages.text import site_language
from cms.models import CaseStudyPage
from search.engines.configured import asked
from search.engines.protocol import SearchUnavailable
from search.queries.documents import documents
from search.queries.studies import pages_of
from search.rules.documents import PUBLIC

register = template.Library()


@register.inclusion_tag("search/studies_like.html")
def studies_like(page: CaseStudyPage) -> dict[str, Any]:
    """Up to three, in the reader's language if they can be; none for a draft, none while the search is down."""
    document = next(documents([str(page.translation_key)]), None)
    if document is None:
        return {"pages": []}
    try:
        hits = asked(lambda engine: engine.similar(document, audience=[PUBLIC]))
    except SearchUnavailable:
        return {"pages": []}
    language = site_language()
    return {"pages": pages_of(hits, language), "language": language}
