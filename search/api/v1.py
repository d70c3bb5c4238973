"""The search over HTTP: the same questions in the same fields, answered as JSON. Joins `cms.api.v1`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from typing import Annotated, Any, TypeVar

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import override
from ninja import Path, Query
from ninja.errors import HttpError

from cms.api.documents import listed
from cms.api.schemas import Problem
from cms.api.v1 import LAST_ROW, api, public_studies
from cms.languages.text import site_language
from cms.queries import facets_of
from search.api.schemas import LANGUAGE, Alike, Asked, Completions, Findings
from search.engines.configured import asked
from search.engines.protocol import SearchUnavailable
from search.forms import remarks_on
from search.language.highlights import Piece
from search.permissions import asked_too_often
from search.queries.choices import Choice, facets_shown
from search.queries.completions import offered
from search.queries.documents import documents
from search.queries.reading import query_of
from search.queries.studies import FoundStudy, pages_of, result_of
from search.queries.studies import studies as studies_of
from search.queries.vocabularies import Vocabularies, vocabularies
from search.rules.audiences import PUBLIC
from search.rules.facets import COUNTED
from search.rules.questions import MOST_HITS, Result
from search.rules.questions import Query as Asking

T = TypeVar("T")
PER_MINUTE = 120
PROBLEMS = {400: Problem, 422: Problem, 429: Problem, 503: Problem}


@api.get("/search/", response={200: Findings, **PROBLEMS}, operation_id="search", tags=["search"])
def search(request: HttpRequest, wanted: Query[Asked]) -> dict[str, Any]:
    """The case studies that a question finds, in all languages, with what was added to it and what to filter by."""
    must_not_ask_too_often(request)
    with override(wanted.reader):
        here = vocabularies()
        query = question(request, wanted, here)
        result = answered(lambda: result_of(query))
        found = studies_of(result, language=query.language, here=here)
        words = facets_of(study.page.pk for study in found)
        return {
            "items": [found_out(study, listed(study.page, words=words[study.page.pk])) for study in found],
            "total": result.total,
            "next": next_sheet(request, wanted, result),
            "facets": [
                {"code": facet.code, "name": facet.name, "choices": choices_out((*facet.first, *facet.rest))}
                for facet in facets_shown(query, result.facets, here)
            ],
            "corrections": [{"typed": typed, "used": used} for typed, used in result.corrections],
            "expansions": [asdict(chip) for chip in result.expansions],
            "unknown": list(result.unknown),
            "left_out": result.left_out,
        }


@api.get("/search/complete/", response={200: Completions, **PROBLEMS}, operation_id="complete", tags=["search"])
def complete(
    request: HttpRequest,
    q: Annotated[str, Query(min_length=2, max_length=100)],
    reader: Annotated[str, Query(pattern=LANGUAGE)] = "en",
) -> dict[str, Any]:
    """Titles, organisations and labels that begin so, at most eight."""
    must_not_ask_too_often(request)
    with override(reader):
        language = site_language()
        found = answered(lambda: asked(lambda engine: engine.complete(q, language=language, audience=(PUBLIC,))))
        return {"items": offered(found)}


@api.get(
    "/case-studies/{page_id}/similar/",
    response={200: Alike, 404: Problem, **PROBLEMS},
    operation_id="similar_case_studies",
    tags=["search"],
)
def similar(request: HttpRequest, page_id: Annotated[int, Path(ge=1, le=LAST_ROW)]) -> dict[str, Any]:
    """Up to three studies about the same, in this one's language where they can be."""
    must_not_ask_too_often(request)
    page = public_studies().filter(pk=page_id).select_related("locale").first()
    document = next(documents([str(page.translation_key)]), None) if page else None
    if page is None or document is None:
        raise Http404
    hits = answered(lambda: asked(lambda engine: engine.similar(document, audience=(PUBLIC,))))
    pages = pages_of(hits, page.locale.language_code)
    words = facets_of(one.pk for one in pages)
    return {"items": [listed(one, words=words[one.pk]) for one in pages]}


def must_not_ask_too_often(request: HttpRequest) -> None:
    if asked_too_often(request, "api", per_minute=PER_MINUTE):
        raise HttpError(429, _("You asked more than %(most)s times in a minute. Wait a minute.") % {"most": PER_MINUTE})


def question(request: HttpRequest, wanted: Asked, here: Vocabularies) -> Asking:
    """HttpError 400, in a sentence, for what the page would leave out and say so."""
    data = request.GET.copy()
    data.pop("page", None)
    unknown = [value for facet in COUNTED for value in data.getlist(facet) if here.label(facet, value) is None]
    remarks = [*remarks_on(data), *(_("“%(value)s” is no value of a filter.") % {"value": value} for value in unknown)]
    if wanted.page * wanted.limit > MOST_HITS:
        remarks.append(_("The list ends after 10,000 studies: choose filters or more words to see others."))
    if remarks:
        raise HttpError(400, " ".join(remarks))
    query = query_of(data, language=site_language(), audience=(PUBLIC,))
    return replace(query, page=wanted.page, size=wanted.limit)


def answered(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except SearchUnavailable as error:
        raise HttpError(503, _("The search cannot answer just now. Try again in a minute.")) from error


def next_sheet(request: HttpRequest, wanted: Asked, result: Result) -> str | None:
    end = wanted.page * wanted.limit
    if end >= result.total or end + wanted.limit > MOST_HITS:
        return None
    data = request.GET.copy()
    data["page"] = str(wanted.page + 1)
    return request.build_absolute_uri(f"{request.path}?{data.urlencode()}")


def found_out(study: FoundStudy, said: dict[str, Any]) -> dict[str, Any]:
    return {
        "work": study.page.translation_key,
        "study": said,
        "title": pieces_out(study.title),
        "passage": pieces_out(study.excerpt),
    }


def pieces_out(pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    return [{"text": piece.text, "is_marked": piece.is_marked} for piece in pieces]


def choices_out(choices: Iterable[Choice]) -> list[dict[str, Any]]:
    return [
        {
            "value": item.value,
            "label": item.text,
            "count": item.count,
            "is_chosen": item.is_chosen,
            "below": choices_out(item.children),
        }
        for item in choices
    ]
