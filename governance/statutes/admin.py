"""The secretariat's screens for the statutes: the sets by date, a draft, what it changes, and its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from governance.statutes import actions
from governance.statutes.actions import StatutesRefused
from governance.statutes.forms import InForceForm, StatutesForm, said
from governance.statutes.models import StatuteSet
from governance.statutes.models.labels import MEANINGS
from governance.statutes.queries import Difference, differences_of, standing_of
from governance.statutes.rules import Parameter, StatuteBook
from governance.statutes.rules.words import Standing

STANDINGS = {
    Standing.DRAFT: gettext_lazy("Draft"),
    Standing.TO_COME: gettext_lazy("To come"),
    Standing.IN_FORCE: gettext_lazy("In force"),
    Standing.REPLACED: gettext_lazy("Replaced"),
}


def secretary(request: HttpRequest) -> None:
    """PermissionDenied for everybody who may not change statutes."""
    if not request.user.has_perm("statutes.change_statuteset"):
        raise PermissionDenied


def today() -> date:
    return timezone.now().date()


def statutes_for(request: HttpRequest, pk: int) -> StatuteSet:
    secretary(request)
    return get_object_or_404(StatuteSet, pk=pk)


def draft(request: HttpRequest) -> HttpResponse:
    """GET says what a draft begins with; POST makes it."""
    secretary(request)
    if request.method != "POST":
        return render(request, "statutes/admin/draft.html")
    return redirect("statutes_desk:edit", actions.draft_statutes(on=today()).pk)


def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft to be rewritten; any other set to be read."""
    statutes = statutes_for(request, pk)
    if not statutes.is_draft:
        return render(request, "statutes/admin/set.html", _shown(statutes))
    form = StatutesForm(request.POST if request.method == "POST" else None, statutes=statutes)
    if request.method == "POST" and form.is_valid() and _rewritten(request, form, statutes):
        return redirect("statutes_desk:edit", pk)
    return render(request, "statutes/admin/edit.html", {**_shown(statutes), "form": form})


def in_force(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks for the day, beside what changes on it; POST gives the draft its day."""
    statutes = statutes_for(request, pk)
    form = InForceForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _begins(request, form, statutes):
        return redirect("statutes_desk:edit", pk)
    return render(request, "statutes/admin/in_force.html", {**_shown(statutes), "form": form})


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    statutes = statutes_for(request, pk)
    _tried(request, lambda: actions.take_back(statutes, today=today()), told=_("These statutes are a draft again."))
    return redirect("statutes_desk:edit", pk)


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    statutes = statutes_for(request, pk)
    if _tried(request, lambda: actions.discard(statutes), told=_("The draft is discarded.")):
        return redirect("statutes_desk:index")
    return redirect("statutes_desk:edit", pk)


def _rewritten(request: HttpRequest, form: StatutesForm, statutes: StatuteSet) -> bool:
    adopted = form.cleaned_data["adopted"]
    try:
        actions.rewrite_statutes(statutes, rules=form.rules, adopted=adopted)
    except StatutesRefused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("The draft is saved."))
    return True


def _begins(request: HttpRequest, form: InForceForm, statutes: StatuteSet) -> bool:
    try:
        actions.bring_into_force(statutes, from_on=form.cleaned_data["from_on"], today=today())
    except StatutesRefused as refused:
        form.add_error("from_on", str(refused))
        return False
    messages.success(request, _("These statutes have their day."))
    return True


def _tried(request: HttpRequest, act: Callable[[], object], *, told: str) -> bool:
    try:
        act()
    except StatutesRefused as refused:
        messages.error(request, str(refused))
        return False
    messages.success(request, told)
    return True


def _shown(statutes: StatuteSet) -> dict[str, object]:
    standing = standing_of(statutes, on=today())
    return {
        "statutes": statutes,
        "standing": STANDINGS[standing],
        "is_to_come": standing == Standing.TO_COME and statutes.frozen_at is None,
        "rules": _rules(statutes.book),
        "differences": [_difference(one) for one in differences_of(statutes, on=today())],
    }


def _rules(book: StatuteBook) -> list[tuple[object, str, str]]:
    return [
        (MEANINGS[parameter], said(parameter, book.rules[parameter].value), book.article(parameter))
        for parameter in Parameter
    ]


def _difference(one: Difference) -> tuple[object, str, str, str, str]:
    before, after = (said(one.parameter, rule.value) for rule in (one.before, one.after))
    return MEANINGS[one.parameter], before, one.before.article, after, one.after.article


class StatutesIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[StatuteSet]:
        return StatuteSet.objects.order_by(F("in_force_from_on").desc(nulls_first=True), "-pk")

    def get_delete_url(self, instance: StatuteSet) -> None:
        """Drafts are discarded on their own screen; what has its day stays."""

    def order_queryset(self, queryset: QuerySet[StatuteSet]) -> QuerySet[StatuteSet]:
        return queryset


class StatutesViewSet(ModelViewSet):
    model = StatuteSet
    name = "statutes_desk"
    url_prefix = "statutes"
    icon = "list-ol"
    menu_label = gettext_lazy("Statutes")
    menu_order = 305
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = StatutesIndex
    form_fields: ClassVar[list[str]] = ["adopted"]
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column(
            "standing",
            label=gettext_lazy("State"),
            accessor=lambda statutes: STANDINGS[standing_of(statutes, on=today())],
        ),
        "adopted",
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        lists = [one for one in super().get_urlpatterns() if one.name in ("index", "index_results")]
        return [
            *lists,
            path("new/", draft, name="add"),
            path("set/<int:pk>/", screen, name="edit"),
            path("set/<int:pk>/in-force/", in_force, name="in_force"),
            path("set/<int:pk>/take-back/", take_back, name="take_back"),
            path("set/<int:pk>/discard/", discard, name="discard"),
        ]
