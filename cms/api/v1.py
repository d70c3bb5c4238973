"""The delivery API: published content, read-only, typed. One document describes it, at openapi.json."""

import base64
import binascii
from datetime import UTC, datetime
from typing import Annotated, Any

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Path, Query, Schema
from ninja.errors import HttpError
from pydantic import Field

from cms.api.documents import document, listed
from cms.api.problems import say_problems
from cms.api.schemas import AnyPage, CaseStudyList, CaseStudyOut, Problem
from cms.models import CaseStudyPage
from cms.queries import facets_of, page_at

api = NinjaAPI(
    title="Plenary content",
    version="1",
    description="What the site shows, for other front ends. Answers may be kept for a minute and checked by ETag.",
    urls_namespace="content",
    docs_url=None,
    openapi_url="/openapi.json",
)
say_problems(api)

# The largest number of a row that both databases know.
LAST_ROW = 2**63 - 1
PROBLEMS = {404: Problem, 422: Problem}


@api.get("/pages/", response={200: AnyPage, **PROBLEMS}, operation_id="page_by_path", tags=["pages"])
def page_by_path(
    request: HttpRequest,
    path: Annotated[str, Query(min_length=3, max_length=500, description="As on the site: /en/about/", pattern="^/")],
) -> dict[str, Any]:
    """The page that the site shows at this path."""
    page = page_at(path)
    if page is None:
        raise Http404
    return document(page)


class Wanted(Schema):
    """Which studies: a value of each facet that is given, in the language that is given."""

    country: str | None = Field(None, description="ISO 3166-1 alpha-2.", max_length=2)
    theme: str | None = Field(None, max_length=40)
    stage: str | None = Field(None, max_length=40)
    article: str | None = Field(None, max_length=40)
    language: str | None = Field(None, pattern="^[a-z]{2,3}(-[a-z0-9]{2,8})?$")
    limit: int = Field(20, ge=1, le=100)
    after: str | None = Field(None, max_length=200, description="From `next` of the sheet before.")

    def conditions(self) -> Q:
        asked = {
            "countries__code": self.country and self.country.upper(),
            "themes__code": self.theme,
            "stages__code": self.stage,
            "articles__code": self.article,
            "locale__language_code": self.language,
        }
        return Q(**{name: value for name, value in asked.items() if value})


@api.get(
    "/case-studies/", response={200: CaseStudyList, 422: Problem}, operation_id="case_studies", tags=["case studies"]
)
def case_studies(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """The library, newest first; one entry a study and language."""
    found = public_studies().filter(wanted.conditions())
    sheet = found.order_by("-first_published_at", "-pk").filter(after(wanted.after)).defer_streamfields()
    pages = list(sheet.select_related("locale")[: wanted.limit + 1])
    shown, more = pages[: wanted.limit], len(pages) > wanted.limit
    words = facets_of(page.pk for page in shown)
    return {
        "items": [listed(page, words=words[page.pk]) for page in shown],
        "total": found.count(),
        "next": next_address(request, cursor_after(shown[-1])) if more else None,
    }


@api.get(
    "/case-studies/{page_id}/",
    response={200: CaseStudyOut, **PROBLEMS},
    operation_id="case_study",
    tags=["case studies"],
)
def case_study(request: HttpRequest, page_id: Annotated[int, Path(ge=1, le=LAST_ROW)]) -> dict[str, Any]:
    """One study in one language; `translations` says where the others are."""
    page = public_studies().filter(pk=page_id).select_related("locale").first()
    if page is None:
        raise Http404
    return document(page)


def public_studies() -> Any:
    return CaseStudyPage.objects.live().public().filter(first_published_at__isnull=False)


def cursor_after(page: CaseStudyPage) -> str:
    plain = f"{page.first_published_at.isoformat()}|{page.pk}"
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def after(cursor: str | None) -> Q:
    """The studies that come behind the one that the cursor marks; HttpError 422 for a cursor that is none."""
    if not cursor:
        return Q()
    try:
        moment, _bar, number = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode().partition("|")
        published_at, last = datetime.fromisoformat(moment).astimezone(UTC), int(number)
        if not 0 < last <= LAST_ROW:
            raise ValueError(number)
    except (ValueError, OverflowError, binascii.Error) as error:
        raise HttpError(422, _("The value of “after” is none that this API gave out.")) from error
    return Q(first_published_at__lt=published_at) | Q(first_published_at=published_at, pk__lt=last)


def next_address(request: HttpRequest, cursor: str) -> str:
    asked = request.GET.copy()
    asked["after"] = cursor
    return request.build_absolute_uri(f"{request.path}?{asked.urlencode()}")
