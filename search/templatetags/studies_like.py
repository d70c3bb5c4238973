"""Similar studies under a case study. The page's own template loads this; its app does not know the search."""

from typing import Any

from django import template

from cms.models import CaseStudyPage
from search.engines.configured import asked
from search.engines.protocol import SearchUnavailable
from search.queries.documents import documents
from search.queries.studies import pages_of
from search.rules.documents import PUBLIC

register = template.Library()


@register.inclusion_tag("search/studies_like.html")
def studies_like(page: CaseStudyPage) -> dict[str, Any]:
    """Up to three; none for a draft, and none while the search is down: the page does without."""
    document = next(documents([str(page.translation_key)]), None)
    if document is None:
        return {"pages": []}
    try:
        hits = asked(lambda engine: engine.similar(document, audience=[PUBLIC]))
    except SearchUnavailable:
        return {"pages": []}
    return {"pages": pages_of(hits, page.locale.language_code), "language": page.locale.language_code}
