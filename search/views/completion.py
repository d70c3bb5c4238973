"""What is offered while somebody types, and where a title that they take leads."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from cms.languages.text import site_language
from search.engines.configured import asked
from search.engines.protocol import SearchUnavailable
from search.queries.completions import offered, said_of
from search.queries.studies import pages_of
from search.rules.audiences import PUBLIC
from search.rules.questions import Hit

LONGEST = 100
FEWEST_LETTERS = 2


@require_safe
def complete(request: HttpRequest) -> JsonResponse:
    """`?q=` → `{"completions": [{"label", "language", "kind", "value", "name", "href"}], "said"}`, at most eight; with
    fewer than two letters none."""
    prefix, language = request.GET.get("q", "")[:LONGEST], site_language()
    if sum(character.isalnum() for character in prefix) < FEWEST_LETTERS:
        return JsonResponse({"completions": [], "said": ""})
    try:
        found = asked(lambda engine: engine.complete(prefix, language=language, audience=(PUBLIC,)))
    except SearchUnavailable:
        found = []
    completions = offered(found)
    return JsonResponse({"completions": completions, "said": said_of(len(completions))})


@require_safe
def work(request: HttpRequest, key: UUID) -> HttpResponse:
    """To the page of a work in the reader's language, or in the one that it has."""
    found = pages_of([Hit(id=str(key), number=0, score=0.0)], site_language())
    if not found:
        raise Http404
    return redirect(found[0].get_url(request) or found[0].full_url)
