"""What a reader takes of a study: its PDF, its citation, and its lasting address."""

import json
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import parse_etags
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cms.actions import count_use, paper_of
from cms.models import CaseStudyPage
from cms.models.words import TakenAs
from cms.press import PressRefused
from cms.queries import page_at
from cms.queries.studies import cited, licence_words, study_numbered
from cms.rules.citations import Cited, bibtex, csl, ris
from cms.rules.licences import licence_url

CITATIONS: dict[TakenAs, tuple[Callable[[Cited], str], str]] = {
    TakenAs.BIBTEX: (bibtex, "application/x-bibtex"),
    TakenAs.RIS: (ris, "application/x-research-info-systems"),
    TakenAs.CSL: (csl, "application/vnd.citationstyles.csl+json"),
}
# Programs that read the whole web say so; they use no study.
ROBOTS = ("bot", "crawl", "spider", "slurp", "preview", "archiver", "monitor")


@require_safe
def study(request: HttpRequest, number: int) -> HttpResponse:
    """The lasting address: to wherever the study is now, in the language of the address if it can be."""
    page = study_numbered(number, language=get_language() or "")
    if page is None or not page.url:
        raise Http404
    return HttpResponseRedirect(page.url)


@require_safe
def paper(request: HttpRequest, path: str) -> HttpResponse:
    page = public_study(path)
    try:
        found = paper_of(page)
    except PressRefused as refusal:
        return HttpResponse(str(refusal), status=503, content_type="text/plain; charset=utf-8")
    tag = f'"{found.digest}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return kept(HttpResponse(status=304), page, tag=tag)
    with found.file.open("rb") as file:
        response = HttpResponse(file.read(), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{named(page)}.pdf"'
    counted(request, page, kind=TakenAs.PDF)
    return kept(response, page, tag=tag)


@require_safe
def citation(request: HttpRequest, path: str, kind: str) -> HttpResponse:
    page, (say, content_type) = public_study(path), CITATIONS[TakenAs(kind)]
    response = HttpResponse(say(cited(page)), content_type=f"{content_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{named(page)}.{kind}"'
    counted(request, page, kind=TakenAs(kind))
    return kept(response, page)


@require_safe
def linked_data(request: HttpRequest, path: str) -> HttpResponse:
    """For programs, in the words of schema.org; a page of ours may hold no script, not even one that only says."""
    page = public_study(path)
    response = HttpResponse(json.dumps(described(page), ensure_ascii=False), content_type="application/ld+json")
    return kept(response, page)


def described(page: CaseStudyPage) -> dict[str, Any]:
    said = cited(page)
    licence = licence_url(page.licence) or licence_words(page)
    return {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": said.url,
        "url": page.full_url,
        "name": said.title,
        "reportNumber": str(said.number or ""),
        "abstract": page.summary,
        "author": {"@type": "Organization", "name": said.author},
        "publisher": {"@type": "Organization", "name": said.publisher},
        "inLanguage": said.language,
        "datePublished": said.published_on.isoformat() if said.published_on else None,
        "dateModified": page.last_published_at.date().isoformat() if page.last_published_at else None,
        "license": licence,
        "isPartOf": {"@type": "CreativeWorkSeries", "name": said.series},
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "application/pdf",
            "contentUrl": f"{page.full_url}study.pdf",
        },
    }


def public_study(path: str) -> CaseStudyPage:
    """A page that is no study, a draft and a restricted one are all the same to a stranger: 404."""
    page = page_at(f"/{get_language()}/{path}")
    if not isinstance(page, CaseStudyPage):
        raise Http404
    return page


def named(page: CaseStudyPage) -> str:
    return f"{page.slug}-{page.locale.language_code}"


def counted(request: HttpRequest, page: CaseStudyPage, *, kind: TakenAs) -> None:
    agent = request.headers.get("User-Agent", "").lower()
    if request.method == "GET" and not any(name in agent for name in ROBOTS):
        count_use(page.translation_key, kind=kind, on=timezone.now().date())


def kept(response: HttpResponse, page: CaseStudyPage, *, tag: str = "") -> HttpResponse:
    """Asked for again each time: a study may be withdrawn."""
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    response["Link"] = f'<{page.full_url}>; rel="canonical"'
    response["X-Content-Type-Options"] = "nosniff"
    if tag:
        response["ETag"] = tag
    return response
