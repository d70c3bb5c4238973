"""The members' search: everything that the reader may see. GET only, complete without JavaScript."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.languages.text import site_language
from members.accounts.models import User
from members.organisations.permissions import members_only
from search.engines.protocol import SearchUnavailable
from search.forms import remarks_on_everything
from search.language.plans import SPELLING
from search.queries.audiences import audience_of
from search.queries.completions import offered_to_members, said_of
from search.queries.everything import Everything, lines_of
from search.queries.everything import everything as found_by
from search.queries.nothing import without_rarest
from search.queries.reading import everything_of
from search.queries.shelves import chosen_of, facets_of, shelves
from search.rules.addresses import address_of, fields_of
from search.rules.facets import COUNTED_FOR_MEMBERS
from search.rules.questions import MOST_HITS, Query, Sort
from search.views.completion import FEWEST_LETTERS, LONGEST
from search.views.public import switched, toggled, without


@require_safe
@members_only
def everything(request: HttpRequest) -> HttpResponse:
    user, today = person(request), timezone.now().date()
    query = everything_of(request.GET, language=site_language(), audience=audience_of(user, on=today))
    try:
        found = found_by(query, user=user, on=today)
        template, context = page(query, found, user=user, on=today)
    except SearchUnavailable as error:
        context = {"query": query, "reason": str(error) if user.is_staff else ""}
        return render(request, "search/members/unavailable.html", context, status=503)
    return render(request, template, {**context, "remarks": remarks_on_everything(request.GET)})


def person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def page(query: Query, found: Everything, *, user: User, on: date) -> tuple[str, dict[str, Any]]:
    """The template, and what it shows; a page past the end shows where the list ends."""
    context = around(query, found, user=user, on=on)
    if not found.total:
        return "search/members/nothing.html", {**context, **fewer_words(query, found, user=user, on=on)}
    paginator: Paginator[int] = Paginator(range(min(found.total, MOST_HITS)), query.size)
    numbers = paginator.get_elided_page_range(min(query.page, paginator.num_pages), on_each_side=1, on_ends=1)
    return "search/members/everything.html", {
        **context,
        "hits": found.hits,
        "numbers": [(one, address_of(replace(query, page=one)) if isinstance(one, int) else "") for one in numbers],
        "last": address_of(replace(query, page=paginator.num_pages)),
        "is_beyond": query.page > paginator.num_pages,
        "before": address_of(replace(query, page=query.page - 1)) if query.page > 1 else "",
        "after": address_of(replace(query, page=query.page + 1)) if query.page < paginator.num_pages else "",
    }


def fewer_words(query: Query, found: Everything, *, user: User, on: date) -> dict[str, Any]:
    """The question less its rarest word and its conditions, and how much that finds."""
    words, left_out = without_rarest(query, found.result)
    looser = replace(query, text=words, filters={}, page=1)
    total = found_by(looser, user=user, on=on).total if words else 0
    return {"looser": words, "looser_total": total, "looser_address": address_of(looser), "left_out": left_out}


def around(query: Query, found: Everything, *, user: User, on: date) -> dict[str, Any]:
    """What stands around the hits."""
    result, fields = found.result, fields_of(query)
    shown = shelves(query, found.counts, user=user, on=on)
    chosen = chosen_of(query, shown)
    return {
        "query": query,
        "result": result,
        "total": found.total,
        "address": address_of(query),
        "facets": facets_of(query, found.counts, shown),
        "chosen": chosen,
        "strange": [item for item in chosen if not item.is_known],
        "carried": without(fields, *COUNTED_FOR_MEMBERS),
        "kept": without(fields, "sort"),
        "unfiltered": address_of(replace(query, filters={}, page=1)),
        "chips": [{"item": chip, "href": switched(query, chip)} for chip in result.expansions],
        "spelling": address_of(toggled(query, SPELLING)),
        "is_spelled": SPELLING not in query.off,
        "is_newest": query.sort is Sort.NEWEST,
    }


@require_safe
@members_only
def complete_everything(request: HttpRequest) -> JsonResponse:
    """As `completion.complete`, of everything that this reader may see."""
    prefix, user = request.GET.get("q", "")[:LONGEST], person(request)
    if sum(character.isalnum() for character in prefix) < FEWEST_LETTERS:
        return JsonResponse({"completions": [], "said": ""})
    audience = audience_of(user, on=timezone.now().date())
    try:
        completions = offered_to_members(prefix, language=site_language(), audience=audience)
    except SearchUnavailable:
        completions = []
    return JsonResponse({"completions": completions, "said": said_of(len(completions))})


@require_safe
@members_only
def one_of_everything(request: HttpRequest, id: str) -> HttpResponse:
    """To the page of one thing that the index knows by this id."""
    found = lines_of([id], user=person(request), on=timezone.now().date())
    if id not in found:
        raise Http404
    return redirect(found[id].address)
