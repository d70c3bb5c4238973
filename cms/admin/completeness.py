"""What studies lack: beside each in its editor, and of all of them in a report."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Page

from cms.admin.narrowing import Narrowing
from cms.admin.translations import editor
from cms.models import CaseStudyPage
from cms.models.gaps import GAPS
from cms.queries.completeness import gaps_in, studies_lacking
from members.accounts.models import User

A_SHEET = 50


class Asked(Narrowing):
    gap = forms.ChoiceField(label=gettext_lazy("What is missing"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    form = Asked(request.GET, gap=GAPS.items(), language=settings.LANGUAGES)
    rows = [row for row in studies_lacking(editor(request)) if row.has(**form.asked)]
    sheet = Paginator(rows, A_SHEET).get_page(request.GET.get("page"))
    shown = [(row, [GAPS[lacking] for lacking in row.gaps]) for row in sheet.object_list]
    return render(request, "cms/admin/gaps.html", {"form": form, "sheet": sheet, "rows": shown})


def say_what_is_missing(request: HttpRequest, page: Page) -> None:
    """Before publishing. Nothing of it forbids: a contact without consent is shown nowhere, words without a place stay
    with the editors, and a study without an impact is better than none."""
    if isinstance(page, CaseStudyPage):
        for gap in gaps_in(page, user=request.user if isinstance(request.user, User) else None):
            messages.warning(request, GAPS[gap])


class GapsViewSet(ViewSet):
    name = "gaps"
    url_prefix = "case-studies-gaps"
    icon = "warning"
    menu_label = gettext_lazy("What case studies lack")
    menu_order = 110
    menu_hook = "register_reports_menu_item"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", report, name="index")]
