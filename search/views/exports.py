"""A search to take along: as a feed, as a table."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from search.engines.protocol import SearchUnavailable
from search.feeds import NEWEST, feed_of
from search.permissions import limited
from search.queries.choices import NAMES
from search.queries.studies import pages_of, result_of
from search.queries.tables import COLUMNS, rows_of
from search.queries.vocabularies import vocabularies
from search.rules.addresses import address_of
from search.rules.questions import MOST_HITS, Query, Sort
from search.views.public import asked_query

BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for the alphabet of the country that it was bought in
RESTING = 60  # seconds until somebody whom the search could not answer may try again


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest first, whatever the address sorts by: readers of feeds know no other order."""
    query = replace(asked_query(request), sort=Sort.NEWEST, page=1, size=NEWEST)
    try:
        hits = result_of(query).hits
    except SearchUnavailable:
        return resting()
    feed = feed_of(
        pages_of(hits, query.language),
        asked=query.text,
        language=query.language,
        address=request.build_absolute_uri(reverse("search:studies") + address_of(as_asked(query))),
        feed_address=request.build_absolute_uri(),
    )
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response


def as_asked(query: Query) -> Query:
    return replace(query, sort=Sort.RELEVANCE)


@require_safe
@limited("csv", per_minute=10)
def table(request: HttpRequest) -> HttpResponseBase:
    """Every study found, 10,000 at most, written while it is sent: nobody holds the whole file."""
    query = replace(asked_query(request), page=1, size=MOST_HITS)
    try:
        hits = result_of(query).hits
    except SearchUnavailable:
        return resting()
    rows = rows_of(hits, language=query.language, here=vocabularies())
    response = StreamingHttpResponse(lines_of(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_("case-studies")}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


class Line:
    """What csv writes into: gives back the line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def lines_of(rows: Iterator[list[str]]) -> Iterator[str]:
    writer = csv.writer(Line())
    yield BYTE_ORDER_MARK
    yield writer.writerow(COLUMNS)
    yield from map(writer.writerow, rows)


def resting() -> HttpResponse:
    said = _("The search cannot answer just now. Try again in a minute.")
    return HttpResponse(
        said, status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": str(RESTING)}
    )


@require_safe
def how_to(request: HttpRequest) -> HttpResponse:
    """How to ask, and what a feed, a table and the API hold."""
    return render(request, "search/help.html", {"names": [str(name) for name in NAMES.values()]})
