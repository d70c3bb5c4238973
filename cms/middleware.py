import json
from collections.abc import Callable
from http import HTTPStatus

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import activate, get_language_from_path, override
from django.utils.translation import gettext as _
from wagtail.admin import messages as admin_messages

from cms.front.tree import find_page, find_site, home_in, page_below, site_of
from cms.languages import LANGUAGES, language_of_the_reader
from cms.languages.text import site_language
from cms.languages.writing import as_written, has_own_digits
from cms.models import PictureRefused, PlenaryImage
from cms.queries import wanting_consent
from cms.rules.consent import Use
from members.accounts.models import User

ADMIN = "/admin/"
# What Wagtail's page editor and its previews need, and no page of the public or the members does.
EDITORS = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "worker-src": [SELF, "blob:"],
}
# Wagtail's views that save a picture: its own form, several at once, and a chooser inside a page.
SAVING_A_PICTURE = {
    "wagtailimages:edit",
    "wagtailimages:edit_multiple",
    "wagtailimages:create_multiple_from_uploaded_image",
    "wagtailimages_chooser:create",
}
SERVED_BY_WAGTAIL = "wagtail_serve"
# Views that show a page of the tree.
OF_THE_TREE = {SERVED_BY_WAGTAIL, "children"}


class RelaxedForEditors:
    """The content security policy is strict everywhere and gives way under /admin/ only (traps.md, "Browser")."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.strict, self.relaxed = get_response, csp_replace(EDITORS)(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.relaxed(request) if request.path.startswith(ADMIN) else self.strict(request)


class NoNullCharacters:
    """PostgreSQL keeps no NUL and would answer with an error of ours; nobody types one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(_("This address holds a character that no text has. Type it again."))
        return self.get_response(request)


class PagesByAddress:
    """Finds the site and the page of an address in one query, before Wagtail walks down the tree to it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: object, _args: object, _kwargs: object) -> None:
        match = request.resolver_match
        if match is None or match.view_name not in settings.PUBLIC_VIEWS:
            return
        site = find_site(request)
        if site is not None and match.view_name in OF_THE_TREE:
            find_page(request, match, site=site)


class LanguageOfTheReader(LocaleMiddleware):
    """Sends an address without a language on to the reader's language, only where something is there.

    Wagtail's pattern fits every address, so Django's own would send the whole world to a page that does not exist.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.status_code == 404 and not get_language_from_path(request.path_info) and not leads_on(request):
            return response
        return super().process_response(request, response)


class InterfaceLanguages:
    """What is no content exists in the languages of the interface alone, and is shown in the reader's own of them.

    `/ar/today/` leads to `/fr/today/`; an address without a language changes language in place. The admin speaks that
    of the account, whatever the browser prefers, unless Wagtail's own settings say another.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        match, here = request.resolver_match, site_language()
        fits = here in LANGUAGES and not request.path_info.startswith(ADMIN)
        if fits or match is None or match.view_name in settings.CONTENT_VIEWS:
            return None
        own = getattr(request.user, "language", "")
        language = own if own in LANGUAGES else language_of_the_reader(request, among=LANGUAGES)
        prefix = f"/{here}/"
        if request.path_info.startswith(prefix):
            return elsewhere(f"/{language}/{request.get_full_path().removeprefix(prefix)}")
        activate(language)
        request.LANGUAGE_CODE = language
        return None


class FiguresAsWritten:
    """A page in a language with digits of its own has them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        language = site_language()
        is_page = response.get("Content-Type", "").startswith("text/html") and not response.streaming
        is_packed = response.has_header("Content-Encoding")
        if has_own_digits(language) and is_page and not is_packed:
            response.content = as_written(response.content.decode(), language).encode()
        return response


class PicturesRefused:
    """A child's picture without consent is published by no door. Those that show no form (a workflow, several pages
    at once) lead to the page's editor, which says why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        if not isinstance(exception, PictureRefused) or not request.path.startswith(ADMIN):
            return None
        for sentence in exception.messages:
            messages.error(request, f"{exception.page.title}: {sentence}")
        return redirect("wagtailadmin_pages:edit", exception.page.pk)


class ConsentWanted:
    """Whoever saves a picture in which children can be seen, and no consent covers the site, is led to the form for it.

    Wagtail has no hook for it, and its doors answer in two ways: with another page, or with JSON to a script; the
    message then stands on the next page that is opened.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response, match = self.get_response(request), request.resolver_match
        if request.method == "POST" and match is not None and match.view_name in SAVING_A_PICTURE:
            image = PlenaryImage.objects.filter(pk=saved_picture(response, match=match)).first()
            if image is not None and wanting_consent([image], uses={Use.SITE}, on=timezone.now().date()):
                lead_to_consent(request, image)
        return response


def saved_picture(response: HttpResponse, *, match: ResolverMatch) -> int | None:
    if response.status_code == HTTPStatus.FOUND:
        return match.kwargs.get("image_id")
    if not response.get("Content-Type", "").startswith("application/json"):
        return None
    said = json.loads(response.content)
    key = said.get("image_id") if said.get("success") else (said.get("result") or {}).get("id")
    return int(key) if key else None


def lead_to_consent(request: HttpRequest, image: PlenaryImage) -> None:
    sentence = _("Children can be seen in “%(picture)s”, and no consent covers the site.") % {"picture": image.title}
    if isinstance(request.user, User) and request.user.has_perm("cms.change_imageconsent"):
        way = admin_messages.button(reverse("consent:picture", args=[image.pk]), _("Record a consent"))
        admin_messages.warning(request, sentence, buttons=[way])
    else:
        messages.warning(request, f"{sentence} {_('Ask those who manage consents to record it.')}")


def elsewhere(address: str) -> HttpResponseBase:
    """What was typed into a form goes with the reader."""
    response = redirect(address, preserve_request=True)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def leads_on(request: HttpRequest) -> bool:
    """Whether this address exists below the language that was found for the reader."""
    language = str(request.LANGUAGE_CODE)
    path = f"/{language}{request.path_info}"
    with override(language):
        match = answers(path) or answers(f"{path}/")
    if match is None or match.view_name != SERVED_BY_WAGTAIL:
        return match is not None
    site = site_of(request)
    home = site and home_in(language, site=site)
    page = home and page_below(home, path=match.args[0] if match.args else match.kwargs.get("path", ""))
    return bool(page and page.live)


def answers(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None
