"""Pages, published unless a test says otherwise."""

from typing import Any

from wagtail.models import Page

from cms.models import CaseStudyIndexPage, CaseStudyPage, EventIndexPage, NewsIndexPage, StandardPage
from tests.site import SiteRoot

LIBRARY = {"en": "Case studies", "fr": "Études de cas", "es": "Estudios de caso"}


def library(site_root: SiteRoot, *, language: str = "en") -> CaseStudyIndexPage:
    """The library in one language; the same one when it is asked for again."""
    home = site_root.home(language)
    found = CaseStudyIndexPage.objects.child_of(home).first()
    return found or under(home, CaseStudyIndexPage, title=LIBRARY[language], slug="case-studies")


def case_study(site_root: SiteRoot, *, language: str = "en", **fields: Any) -> CaseStudyPage:
    """A published study; `number` tells several apart."""
    return under(library(site_root, language=language), CaseStudyPage, **facts_of_a_study(fields))


def draft_study(site_root: SiteRoot, *, language: str = "en", **fields: Any) -> CaseStudyPage:
    """One that was saved and never published."""
    parent = library(site_root, language=language)
    page: CaseStudyPage = parent.add_child(
        instance=CaseStudyPage(locale=parent.locale, live=False, **facts_of_a_study(fields))
    )
    page.save_revision()
    return page


def facts_of_a_study(fields: dict[str, Any]) -> dict[str, Any]:
    number = fields.get("number", CaseStudyPage.objects.count() + 1)
    defaults = {
        "number": number,
        "title": f"Study {number}",
        "slug": f"study-{number}",
        "organisation_name": "Lantern Forum for Children",
        "summary": "Three workshops turned recommendations into tasks.",
        "impact": "Seven ministries signed the plan.",
        "begins": "2021",
        "ongoing": True,
    }
    return {**defaults, **fields}


def under(parent: Page, kind: type[Page], **fields: Any) -> Any:
    page = parent.add_child(instance=kind(locale=parent.locale, **fields))
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def standard_page(site_root: SiteRoot, *, language: str = "en", **fields: Any) -> StandardPage:
    return under(site_root.home(language), StandardPage, **{"title": "About us", "slug": "about", **fields})


def news_index(site_root: SiteRoot, *, language: str = "en") -> NewsIndexPage:
    return under(site_root.home(language), NewsIndexPage, title="News", slug="news")


def event_index(site_root: SiteRoot, *, language: str = "en") -> EventIndexPage:
    return under(site_root.home(language), EventIndexPage, title="Events", slug="events")
