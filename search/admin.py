"""What the secretariat sees of the searching: which words are asked for, and which of them in vain."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from search.queries.sums import searched
from search.rules.sums import RARE


@require_safe
def searched_report(request: HttpRequest) -> HttpResponse:
    """For whoever may enter the admin: Wagtail asks that of all its addresses."""
    context = {"searched": searched(on=timezone.now().date()), "rare": RARE}
    return render(request, "search/admin/searched.html", context)
