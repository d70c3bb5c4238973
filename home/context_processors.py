"""What every page's header and footer ask for; nothing is looked up before a template asks."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.front.tree import MenuPage, addresses_of, pages_in_menu, site_of
from cms.languages import LANGUAGES
from cms.languages.text import own_name, site_language
from cms.queries.translations import versions_for_children
from home.queries.choosing import ACTING_FOR, chosen
from members.accounts.models import User
from members.organisations.models import Organisation
from members.organisations.queries import Acting, acting_of

WRITTEN_IN_ALL = {"wagtail_serve", "children", "search:studies"}


@dataclass(frozen=True, kw_only=True)
class Language:
    """This page in another language, or the home page where it has no translation."""

    code: str
    name: str
    url: str
    current: bool
    translated: bool = True


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """For search engines: this page in a language, at its address in full. `code` may be `x-default`."""

    code: str
    url: str


@dataclass(frozen=True, kw_only=True)
class MenuItem:
    label: str
    url: str
    current: bool


class FrontDoor:
    """Lazy: an anonymous reader of a view costs no query, of a Wagtail page one (its translations)."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def languages(self) -> list[Language]:
        here, addresses = site_language(), self._addresses
        return [
            Language(
                code=code,
                name=own_name(code),
                url=addresses.get(code, f"/{code}/"),
                current=code == here,
                translated=code in addresses or code == here,
            )
            for code in self._offered
        ]

    @cached_property
    def alternates(self) -> list[Alternate]:
        """Real translations only, this page among them, and where readers of no language go; else none."""
        found = {code: url.partition("?")[0] for code, url in self._addresses.items() if self._is_written_in(code)}
        if self._view not in settings.CONTENT_VIEWS or len(found) < 2:
            return []
        whoever = "/" if self._request.path == self.home_url else next(iter(found.values()))
        return [
            Alternate(code=code, url=self._request.build_absolute_uri(url))
            for code, url in {**found, "x-default": whoever}.items()
        ]

    @cached_property
    def canonical(self) -> str:
        """The one address of what is shown: without what was searched for, with the sheet of a list."""
        if self._view not in settings.CONTENT_VIEWS or site_language() not in self._addresses:
            return ""
        sheet = self._request.GET.get("page", "")
        return self._request.build_absolute_uri(
            self._request.path + (f"?page={sheet}" if sheet.isdecimal() and sheet != "1" else "")
        )

    @cached_property
    def menu(self) -> list[MenuItem]:
        """What every network has, then the pages that its editors chose for the menu."""
        home = self.home_url
        fixed = [
            self._item(_("Case studies"), reverse("search:studies"), f"{home}case-studies/"),
            self._item(_("Our plan"), reverse("plan:plan")),
            self._item(_("News and events"), f"{home}#news", f"{home}news/", f"{home}events/"),
            MenuItem(label=_("Where we are"), url=f"{home}#where", current=False),
            self._item(_("About us"), f"{home}about/"),
        ]
        taken = {item.url for item in fixed}
        return fixed + [self._item(page.title, page.url) for page in self._menu_pages if page.url not in taken]

    @cached_property
    def members_menu(self) -> list[MenuItem]:
        home = self.home_url
        return [
            self._item(_("Today"), reverse("home:today")),
            self._item(_("Assembly"), f"{home}assembly/"),
            self._item(_("Groups"), f"{home}groups/"),
            self._item(_("Decisions"), reverse("decisions:register")),
            self._item(_("Bulletin"), reverse("bulletin:archive")),
            self._item(_("Directory"), reverse("organisations:directory")),
        ]

    @cached_property
    def acting(self) -> list[Acting]:
        """The organisations that the person has a role in, those they speak for first."""
        user = self._request.user
        return acting_of(user, on=timezone.now().date()) if isinstance(user, User) else []

    @cached_property
    def acting_for(self) -> Organisation | None:
        """The one that the person chose; else the first that they speak for, or have another role in."""
        found = chosen(self.acting, key=self._request.session.get(ACTING_FOR, "")) if self.acting else None
        return found.organisation if found else None

    @cached_property
    def help_url(self) -> str:
        return reverse("plan:children") + "#help"

    @cached_property
    def home_url(self) -> str:
        return f"/{site_language()}/"

    def _item(self, label: str, url: str, *further: str) -> MenuItem:
        """`further`: where the same part of the site goes on, at addresses that do not begin with its own."""
        return MenuItem(label=label, url=url, current=self._request.path.startswith((url, *further)))

    @property
    def _menu_pages(self) -> tuple[MenuPage, ...]:
        site = site_of(self._request)
        return pages_in_menu(site.root_page_id, site_language()) if site else ()

    @property
    def _view(self) -> str:
        match = self._request.resolver_match
        return match.view_name if match else ""

    @property
    def _offered(self) -> list[str]:
        """Members' pages, sign-in and the like exist in the languages of the interface alone."""
        written = not self._view or self._view in settings.CONTENT_VIEWS
        return [code for code, _name in settings.LANGUAGES] if written else list(LANGUAGES)

    def _is_written_in(self, code: str) -> bool:
        """What the plan and the bulletin say is said in the languages of the interface; the frame alone in others."""
        return code in LANGUAGES or self._view in WRITTEN_IN_ALL

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """By language code. A page that Wagtail serves knows its translations; a view's address is translated."""
        match = self._request.resolver_match
        if match is None:
            return {}
        path = match.args[0] if match.args else match.kwargs.get("path", "")
        if match.view_name == "wagtail_serve":
            return self._translations(path)
        if match.view_name == "children":
            return self._for_children(path)
        return {code: translate_url(self._request.get_full_path(), code) for code in self._offered}

    def _for_children(self, path: str) -> dict[str, str]:
        """Each language decides for itself whether it has words for children."""
        page = Page.find_for_request(self._request, path)
        same = versions_for_children(page.translation_key) if page else set()
        return {code: childrens_address(url) for code, url in self._translations(path).items() if code in same}

    def _translations(self, path: str) -> dict[str, str]:
        page = Page.find_for_request(self._request, path)
        site = Site.find_for_request(self._request) if page else None
        if page is None or site is None:
            return {}
        found = dict(addresses_of(page.translation_key, site.pk))
        order = [code for code, _name in settings.LANGUAGES if code in found]
        return {code: found[code] for code in order}


def childrens_address(url: str) -> str:
    """/en/children/about/ for /en/about/"""
    language, _slash, path = urlsplit(url).path.strip("/").partition("/")
    return f"/{language}/children/{path}/"


def front_door(request: HttpRequest) -> dict[str, FrontDoor]:
    return {"front_door": FrontDoor(request)}
