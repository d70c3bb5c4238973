"""What the templates of the published content ask for."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from django.template import RequestContext
from django.utils import timezone
from django.utils.text import Truncator
from wagtail.models import Page

from cms.languages.text import site_language
from cms.models import CaseStudyPage, EventPage, NewsPage, PublicationPage, StudyPaper
from cms.queries import (
    Calendar,
    OfferedFile,
    Words,
    calendar_of,
    facets_in_draft,
    facets_of,
    newest_pages,
    news_of,
    offered_files,
    publications_of,
    translations_of,
)
from cms.queries.library import Library, library_at
from cms.queries.studies import citation, cited, licence_words, paper_in_store, span_of
from cms.rules.atlas import HEIGHT, WIDTH, disc, land
from cms.rules.citations import Cited
from cms.rules.licences import licence_url
from cms.views.cards import card_url

register = template.Library()

A_SHEET = 20
NEWEST_KINDS: dict[str, tuple[type[Page], str]] = {
    "news": (NewsPage, "-dated_on"),
    "events": (EventPage, "-first_published_at"),
    "studies": (CaseStudyPage, "-first_published_at"),
    "publications": (PublicationPage, "-dated_on"),
}


@register.simple_tag(takes_context=True)
def facets(context: RequestContext, page: CaseStudyPage) -> Words:
    """Of what is published; in a preview, of the draft."""
    request = context.get("request")
    if getattr(request, "is_preview", False) or page.pk is None:
        return facets_in_draft(page)
    return facets_of([page.pk])[page.pk]


@register.simple_tag
def versions(page: Page) -> list[Page]:
    return translations_of(page)


@register.simple_tag
def library() -> Library:
    """In the page's language."""
    return library_at(language=site_language(), now=timezone.now().date())


@register.inclusion_tag("cms/_atlas.html")
def atlas(shown: Library) -> dict[str, Any]:
    """The map of the sub-regions that have studies, drawn here: no script, nobody else's server."""
    parts = [part.counted for continent in shown.continents for part in continent.parts]
    most = max((part.n for part in parts), default=1)
    discs = [found for part in parts if (found := disc(part.code, n=part.n, most=most))]
    return {"discs": discs, "land": land(), "width": WIDTH, "height": HEIGHT, "works": shown.works}


@register.simple_tag(takes_context=True)
def news(context: RequestContext, index: Page) -> Sheet[NewsPage]:
    return sheet_of(Paginator(news_of(index), A_SHEET), context=context)


@register.simple_tag(takes_context=True)
def publications(context: RequestContext, index: Page) -> Sheet[PublicationPage]:
    return sheet_of(Paginator(publications_of(index), A_SHEET), context=context)


@register.simple_tag
def files_of(page: PublicationPage) -> list[OfferedFile]:
    return offered_files(page)


@register.simple_tag(takes_context=True)
def shared(context: RequestContext, page: Page) -> dict[str, str]:
    """What a shared link says besides the title: a description, and the address of the card."""
    said = page.search_description or getattr(page, "lede", "") or getattr(page, "summary", "")
    card, request = card_url(page), context.get("request")
    return {
        "description": Truncator(said).chars(200),
        "card": request.build_absolute_uri(card) if card and request else "",
    }


@register.simple_tag
def newest(kind: str) -> list[Page]:
    """The newest three of a kind that landing pages offer, in the page's language."""
    page_type, order = NEWEST_KINDS[kind]
    return newest_pages(page_type, language=site_language(), order=order, most=3)


@register.simple_tag
def calendar(index: Page) -> Calendar:
    return calendar_of(index, now=timezone.now())


def sheet_of(paginator: "Paginator[Any]", *, context: RequestContext) -> Sheet[Any]:
    return paginator.get_page(context["request"].GET.get("page"))


@register.filter
def span(page: CaseStudyPage) -> str:
    """2021 to today · 2022–2024 · May 2011 – June 2012, as the page's language writes it."""
    return span_of(page)


@register.simple_tag
def licence_of(page: CaseStudyPage) -> dict[str, str]:
    """Its name, and the address of its deed where Creative Commons has one."""
    return {"name": licence_words(page), "url": licence_url(page.licence)}


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What is offered under "Use this study". `paper` is None until somebody asked for it once."""

    cited: Cited
    sentence: str
    paper: StudyPaper | None


@register.simple_tag
def cited_as(page: CaseStudyPage) -> Cited:
    return cited(page)


@register.simple_tag
def taken(page: CaseStudyPage) -> Taken:
    said = cited(page)
    return Taken(cited=said, sentence=citation(said), paper=paper_in_store(page))
