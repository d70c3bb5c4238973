"""The tree of pages as every request needs it, remembered: the site, its home pages, what is private.

Wagtail walks down the tree and asks for the site, the language and the restrictions of each request anew: eight
queries before a page has said anything. Here a page is found by its address, in one.
"""

from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import Http404, HttpRequest
from django.http.request import split_domain_port
from django.urls import ResolverMatch
from django.utils.translation import get_language
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.models.sites import get_site_for_hostname
from wagtail.query import PageQuerySet

from cms.front.memos import memo


class SiteFound(NamedTuple):
    """The fields of Wagtail's Site."""

    id: int
    hostname: str
    port: int
    site_name: str
    root_page_id: int
    is_default_site: bool


class Home(NamedTuple):
    """The page at the top of one language. `path` is its place in the tree, `url_path` that of its address."""

    id: int
    language: str
    url_path: str
    live: bool


class Privacy(NamedTuple):
    """Where private parts of the tree begin. An alias is as private as its source, wherever it stands."""

    paths: tuple[str, ...]
    has_aliases: bool

    def may_cover(self, page: Page) -> bool:
        return bool(self.paths) and (self.has_aliases or page.path.startswith(self.paths))


@memo
def site_at(hostname: str, port: str) -> SiteFound | None:
    try:
        site = get_site_for_hostname(hostname, port)
    except Site.DoesNotExist:
        return None
    return SiteFound(*(getattr(site, name) for name in SiteFound._fields))


@memo
def homes_of(root_page: int) -> tuple[Home, ...]:
    """Of all languages, the site's own root first."""
    key = Page.objects.filter(pk=root_page).values("translation_key")[:1]
    rows = Page.objects.filter(translation_key=key).order_by("pk")
    homes = [Home(*row) for row in rows.values_list("id", "locale__language_code", "url_path", "live")]
    return tuple(sorted(homes, key=lambda home: home.id != root_page))


@memo
def privacy() -> Privacy:
    paths = PageViewRestriction.objects.order_by("page__path").values_list("page__path", flat=True)
    return Privacy(paths=tuple(paths), has_aliases=Page.objects.filter(alias_of__isnull=False).exists())


class MenuPage(NamedTuple):
    """A page that editors put into the menu, with its address on this site."""

    title: str
    url: str


@memo
def pages_in_menu(root_page: int, language: str) -> tuple[MenuPage, ...]:
    """What stands right below the home page of this language, is public and is "shown in menus", in its order there."""
    here = Page.objects.filter(locale__language_code=language, show_in_menus=True).order_by("path")
    found = [
        MenuPage(title=title, url=f"/{language}/{slug}/")
        for home in homes_of(root_page)
        if home.language == language
        for title, slug in public(here.filter(url_path__startswith=home.url_path, depth=3)).values_list("title", "slug")
    ]
    return tuple(found)


class Whereabouts(NamedTuple):
    """A page's key, and that of its kind."""

    id: int
    kind: int


@memo
def whereabouts(url_path: str) -> Whereabouts | None:
    """Addresses are not indexed, slugs are."""
    slug = url_path.rstrip("/").rpartition("/")[2]
    found = Page.objects.filter(slug=slug, url_path=url_path).order_by("pk").values_list("pk", "content_type_id")
    return next((Whereabouts(*row) for row in found[:1]), None)


@memo
def addresses_of(translation_key: UUID, site: int) -> tuple[tuple[str, str], ...]:
    """What says the same in other languages: language and address, as seen from this site."""
    pages = Page.objects.live().filter(translation_key=translation_key).select_related("locale").order_by("pk")
    found = ((page.locale.language_code, page.get_url(current_site=Site(id=site))) for page in pages)
    return tuple((language, url) for language, url in found if url)


def public(pages: PageQuerySet[Any]) -> PageQuerySet[Any]:
    """`.live().public()` without asking anew what is private."""
    found = pages.live()
    for path in privacy().paths:
        found = found.exclude(path__startswith=path)
    return found


def site_of(request: HttpRequest) -> Site | None:
    """As Wagtail finds it, whose own look-up asks the database for each request."""
    found = site_at(split_domain_port(request.get_host())[0], request.get_port())
    return None if found is None else Site(**found._asdict())


def home_in(language: str, *, site: Site) -> Home | None:
    """The site's live home page in this language; else the site's own root."""
    homes = homes_of(site.root_page_id)
    here = (home for home in homes if home.language == language and home.live)
    return next(here, homes[0] if homes else None)


def find_site(request: HttpRequest) -> Site | None:
    """Puts the site where Wagtail looks for it before it asks."""
    site = site_of(request)
    if site is not None:
        request._wagtail_site = site  # type: ignore[attr-defined]  # Wagtail's own place for it
    return site


def find_page(request: HttpRequest, match: ResolverMatch, *, site: Site) -> None:
    """Puts the page where Wagtail looks for it before it asks. What is not found here, Wagtail looks for."""
    home = home_in(get_language() or "", site=site)
    path = match.args[0] if match.args else match.kwargs.get("path", "")
    page = page_below(home, path=path) if home else None
    if page is not None:
        request._wagtail_route_for_request = _route(page, request)  # type: ignore[attr-defined]  # Wagtail's own place too


def page_below(home: Home, *, path: str) -> Page | None:
    """Specific, with what it points at; None where nothing is."""
    found = whereabouts(home.url_path + path)
    kind: Any = found and ContentType.objects.get_for_id(found.kind).model_class()
    if found is None or kind is None:
        return None
    page: Page | None = kind.objects.select_related(*pointed_at(kind)).filter(pk=found.id).first()
    if page is not None and not privacy().may_cover(page):
        # What is public was just said; Wagtail would ask for every page above this one.
        page.get_view_restrictions = PageViewRestriction.objects.none
    return page


def pointed_at(kind: type[Model]) -> list[str]:
    """The language, and what a page of this kind points at by fields of its own: its pictures, its organisation."""
    own = [field for field in kind._meta.local_fields if field.many_to_one]
    return ["locale", *(field.name for field in own)]


def _route(page: Page, request: HttpRequest) -> Any:
    try:
        return page.route(request, [])
    except Http404:
        return None
