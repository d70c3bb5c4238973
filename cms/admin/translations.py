"""The editors' report on translations: which page exists in which language, and which has fallen behind."""

from datetime import datetime

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Page

from cms.actions import TranslationRefused, confirm_translation
from cms.admin.narrowing import Narrowing
from cms.queries import editable_pages, translation_rows
from cms.rules.translations import State
from members.accounts.models import User

A_SHEET = 50
STATES = {
    State.MISSING: gettext_lazy("missing"),
    State.DRAFT: gettext_lazy("draft"),
    State.BEHIND: gettext_lazy("behind"),
    State.CURRENT: gettext_lazy("up to date"),
}


class Asked(Narrowing):
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Pages by languages."""
    form = Asked(request.GET, language=settings.LANGUAGES, state=STATES.items())
    rows = [row for row in translation_rows(editor(request)) if row.has(**form.asked)]
    shown = {
        "form": form,
        "sheet": Paginator(rows, A_SHEET).get_page(request.GET.get("page")),
        "languages": [name for _code, name in settings.LANGUAGES],
        "may_translate": request.user.has_perm("simple_translation.submit_translation"),
    }
    return render(request, "cms/admin/translations.html", shown)


@require_POST
def still_right(request: HttpRequest, pk: int) -> HttpResponse:
    """One press; back to where it was made. What the page's form held besides is not touched here."""
    by = editor(request)
    page: Page = get_object_or_404(editable_pages(by), pk=pk)
    try:
        confirm_translation(page, of=moment(request.POST.get("of", "")), by=by, now=timezone.now())
    except TranslationRefused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("“%(page)s” counts as still right.") % {"page": page.title})
    return redirect(way_back(request, page=page.pk))


def editor(request: HttpRequest) -> User:
    """Whoever asks, when there is any page that they may edit."""
    if not isinstance(request.user, User) or not editable_pages(request.user).exists():
        raise PermissionDenied
    return request.user


def moment(written: str) -> datetime | None:
    try:
        return parse_datetime(written)
    except ValueError:
        return None


def way_back(request: HttpRequest, *, page: int) -> str:
    """Only within this site, whatever was sent."""
    to = request.POST.get("next_url", "")
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()}, require_https=request.is_secure())
    return to if safe else f"/admin/pages/{page}/edit/"


class TranslationViewSet(ViewSet):
    name = "translations"
    url_prefix = "translations"
    icon = "globe"
    menu_label = gettext_lazy("Translations")
    menu_order = 100
    menu_hook = "register_reports_menu_item"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", report, name="index"), path("<int:pk>/still-right/", still_right, name="still-right")]
