"""What every page's header and footer ask for; nothing is looked up before a template asks."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.front.tree import addresses_of
from cms.languages.text import site_language
from members.accounts.models import User
from members.organisations.models import Organisation
from members.organisations.queries import organisations_of, organisations_spoken_for


@dataclass(frozen=True, kw_only=True)
class Language:
    """This page in another language, or the home page where it has no translation."""

    code: str
    name: str
    url: str
    current: bool


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
        here, addresses = site_language(), self._addresses()
        return [
            Language(code=code, name=own_name(code), url=addresses[code], current=code == here)
            for code, _name in settings.LANGUAGES
        ]

    @cached_property
    def menu(self) -> list[MenuItem]:
        home = self.home_url
        return [
            self._item(_("Case studies"), reverse("search:studies")),
            self._item(_("Our plan"), reverse("plan:plan")),
            MenuItem(label=_("News and events"), url=f"{home}#news", current=False),
            MenuItem(label=_("Where we are"), url=f"{home}#where", current=False),
            self._item(_("About us"), f"{home}about/"),
        ]

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
    def acting_for(self) -> Organisation | None:
        """The organisation that the person speaks for; else the one that they have another role in."""
        user, today = self._request.user, timezone.now().date()
        if not isinstance(user, User):
            return None
        found = organisations_spoken_for(user, on=today) or organisations_of(user, on=today)
        return found[0] if found else None

    @cached_property
    def help_url(self) -> str:
        return reverse("plan:children") + "#help"

    @cached_property
    def home_url(self) -> str:
        return f"/{site_language()}/"

    def _item(self, label: str, url: str) -> MenuItem:
        return MenuItem(label=label, url=url, current=self._request.path.startswith(url))

    def _addresses(self) -> dict[str, str]:
        """By language code. A page that Wagtail serves knows its translations; a view's address is translated."""
        homes = {code: f"/{code}/" for code, _name in settings.LANGUAGES}
        match = self._request.resolver_match
        if match is None:
            return homes
        if match.view_name == "wagtail_serve":
            return {**homes, **self._translations(match.args[0] if match.args else match.kwargs.get("path", ""))}
        return {code: translate_url(self._request.get_full_path(), code) for code in homes}

    def _translations(self, path: str) -> dict[str, str]:
        page = Page.find_for_request(self._request, path)
        if page is None:
            return {}
        site = Site.find_for_request(self._request)
        return dict(addresses_of(page.translation_key, site.pk)) if site else {}


def own_name(code: str) -> str:
    """A language in itself, as a label: Français, not français."""
    name: str = get_language_info(code)["name_local"]
    return name[:1].upper() + name[1:]


def front_door(request: HttpRequest) -> dict[str, FrontDoor]:
    return {"front_door": FrontDoor(request)}
