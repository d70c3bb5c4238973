"""The site in three languages: what Wagtail's migrations leave, or what a test that emptied the tables took away."""

from dataclasses import dataclass

import pytest
from django.core.cache import cache
from wagtail.models import Locale, Page, Site

from cms.models.settings import NEW, REMEMBERED
from home.models import HomePage

HERO = {
    "en": "Children’s rights, carried by many hands",
    "fr": "Les droits de l’enfant, portés par beaucoup de mains",
    "es": "Los derechos de la infancia, en muchas manos",
}


@dataclass(frozen=True, kw_only=True)
class SiteRoot:
    """The tree's root, the home page of each language, and the site that they are on."""

    root: Page
    homes: dict[str, HomePage]
    site: Site

    def home(self, language: str) -> HomePage:
        return self.homes[language]


@pytest.fixture(autouse=True)
def network_as_it_came() -> None:
    """Looked up already, as on a server that has answered before: the first page of a test costs what all cost."""
    cache.set(REMEMBERED, NEW)


@pytest.fixture
def site_root(db: None) -> SiteRoot:
    """One home page a language under the root, joined by their translation key; the English one is the site's."""
    root = Page.get_first_root_node() or plant_root()
    Page.objects.filter(depth=2).exclude(pk__in=HomePage.objects.values("pk")).delete()
    root.refresh_from_db()
    homes = {language: home_page(root, language=language) for language in HERO}
    site, _ = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "port": 80, "root_page": homes["en"]}
    )
    return SiteRoot(root=root, homes=homes, site=site)


def plant_root() -> Page:
    return Page.add_root(title="Root", slug="root", locale=locale("en"))


def locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


def home_page(root: Page, *, language: str) -> HomePage:
    existing = HomePage.objects.filter(locale__language_code=language).first()
    if existing:
        return existing
    page = HomePage(title="Kite", slug=language_slug(language), locale=locale(language), hero=HERO[language])
    english = HomePage.objects.filter(locale__language_code="en").first()
    if english:
        page.translation_key = english.translation_key
    return root.add_child(instance=page)


def language_slug(language: str) -> str:
    return "home" if language == "en" else f"home-{language}"
