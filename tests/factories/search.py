"""Works for the engines, and case studies for the site."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from wagtail.models import Locale, Page

from cms.models import CaseStudyIndexPage, CaseStudyPage
from search.rules.documents import PUBLIC, Document, Label, Passage


def work(
    number: int,
    title: str,
    text: str = "",
    *,
    language: str = "en",
    audience: Sequence[str] = (PUBLIC,),
    labels: Sequence[tuple[str, str]] = (),
    facets: dict[str, tuple[str, ...]] | None = None,
    published_on: date | None = None,
    place: str = "",
) -> Document:
    """A work with one translation, known by its number."""
    return Document(
        id=f"work-{number}",
        number=number,
        passages=(Passage(language=language, title=title, text=text),),
        labels=tuple(Label(language=code, text=label) for code, label in labels),
        facets=facets or {},
        audience=tuple(audience),
        published_on=published_on,
        places=dict.fromkeys(("en", "fr", "es"), place) if place else {},
    )


def library(home: Page) -> CaseStudyIndexPage:
    """The library under a home page, made once a language."""
    found = CaseStudyIndexPage.objects.child_of(home).first()
    if found:
        return found
    page = CaseStudyIndexPage(title="Case studies", slug="case-studies", locale=home.locale)
    home.add_child(instance=page)
    return page


def study(home: Page, title: str, **fields: Any) -> CaseStudyPage:
    """A published study in the language of its home page; many-to-many facets by name, as lists."""
    facets = {name: fields.pop(name) for name in ("themes", "countries", "stages", "articles") if name in fields}
    defaults = {
        "organisation_name": "Lantern Forum for Children",
        "begins": "2021",
        "ongoing": True,
        "first_published_at": datetime(2026, 5, 1, 9, 0, tzinfo=UTC),
    }
    page = CaseStudyPage(title=title, locale=Locale.objects.get(pk=home.locale_id), **{**defaults, **fields})
    library(home).add_child(instance=page)
    for name, values in facets.items():
        getattr(page, name).set(values)
    page.save()
    return page
