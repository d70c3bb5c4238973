"""The public search of the library. GET only, one address a state, complete without JavaScript."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.languages.text import site_language
from search.engines.configured import asked
from search.engines.protocol import SearchUnavailable
from search.forms import query_of
from search.language.plans import SPELLING
from search.queries.audiences import audience_of
from search.queries.choices import facets_shown, filters_chosen
from search.queries.nothing import tried
from search.queries.studies import result_of
from search.queries.studies import studies as studies_of
from search.queries.vocabularies import Vocabularies, vocabularies
from search.rules import facets
from search.rules.questions import MOST_HITS, Chip, Query, Result, Sort


def asked_query(request: HttpRequest) -> Query:
    audience = audience_of(request.user, on=timezone.now().date())
    return query_of(request.GET, language=site_language(), audience=audience)


@require_safe
def studies(request: HttpRequest) -> HttpResponse:
    query = asked_query(request)
    try:
        result = result_of(query)
        return render(request, *page(request, query, result))
    except SearchUnavailable as error:
        context = {"query": query, "reason": str(error) if request.user.is_staff else ""}
        return render(request, "search/unavailable.html", context, status=503)


def page(request: HttpRequest, query: Query, result: Result) -> tuple[str, dict[str, Any]]:
    """The template, and what it shows."""
    here = vocabularies()
    context = around(request, query, result, here)
    if result.total:
        return "search/studies.html", {**context, **listed(query, result, here)}
    attempts = tried(query, result, here)
    found = studies_of(attempts.found, language=query.language, here=here) if attempts.found else []
    return "search/nothing.html", {**context, "tried": attempts, "studies": found}


def around(request: HttpRequest, query: Query, result: Result, here: Vocabularies) -> dict[str, Any]:
    """What stands around the results: facets, chips, what the forms carry."""
    chosen = filters_chosen(query, here)
    return {
        "query": query,
        "result": result,
        "carried": carried(request),
        "facets": facets_shown(query, result.facets, here),
        "chosen": [{"item": item, "href": without(request, item.facet, item.value)} for item in chosen],
        "chips": [{"item": chip, "href": switched(request, chip)} for chip in result.expansions],
        "unspelled": toggled(request, "off", SPELLING) if result.corrections else "",
        "sorts": [(sort.value, sort is query.sort) for sort in Sort],
        "years": (request.GET.get("from", "")[:4], request.GET.get("to", "")[:4]),
    }


def listed(query: Query, result: Result, here: Vocabularies) -> dict[str, Any]:
    """One page of studies; a page past the end is 404."""
    paginator: Paginator[int] = Paginator(range(min(result.total, MOST_HITS)), query.size)
    if query.page > paginator.num_pages:
        raise Http404
    return {
        "page_obj": paginator.page(query.page),
        "numbers": list(paginator.get_elided_page_range(query.page, on_each_side=1, on_ends=1)),
        "studies": studies_of(result, language=query.language, here=here),
    }


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """What the forms pass on besides their own fields: the switched chips."""
    return [(name, value) for name in ("off", "also") for value in request.GET.getlist(name)]


def without(request: HttpRequest, name: str, value: str) -> str:
    """This address less one chosen value; the years go together."""
    data = request.GET.copy()
    for gone in ("page", *(("from", "to") if name == facets.YEAR else ())):
        data.pop(gone, None)
    if name in data:
        data.setlist(name, [item for item in data.getlist(name) if item != value])
    return f"?{data.urlencode()}"


def switched(request: HttpRequest, chip: Chip) -> str:
    return toggled(request, "off" if chip.is_usual else "also", chip.key)


def toggled(request: HttpRequest, name: str, key: str) -> str:
    """This address with one addition switched: `off` holds usual ones not wanted, `also` unusual ones wanted."""
    data = request.GET.copy()
    data.pop("page", None)
    held = data.getlist(name)
    data.setlist(name, [item for item in held if item != key] if key in held else [*held, key])
    return f"?{data.urlencode()}"


@require_safe
def complete(request: HttpRequest) -> JsonResponse:
    """`?q=` → `{"completions": [{"label", "language", "kind", "value"}]}`, at most eight."""
    audience = audience_of(request.user, on=timezone.now().date())
    prefix, language = request.GET.get("q", "")[:100], site_language()
    try:
        found = asked(lambda engine: engine.complete(prefix, language=language, audience=audience))
    except SearchUnavailable:
        found = []
    return JsonResponse({"completions": [vars(item) for item in found]})
