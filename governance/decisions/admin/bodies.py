"""Bodies, and offices: begun and ended, never edited."""

from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.admin.guards import secretary
from governance.decisions.forms import OfficeEndForm, OfficeForm
from governance.decisions.models import Body, Office
from governance.decisions.rules import OfficeRole

FORM = "decisions/admin/form.html"


class OfficeIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Office]:
        return Office.objects.select_related("user", "body")

    def get_list_buttons(self, instance: Office) -> list[Button]:
        if instance.until_on and instance.until_on <= timezone.now().date():
            return []
        return [Button(_("End this office"), url=reverse("office:end", args=[instance.pk]), icon_name="cross")]


def begin(request: HttpRequest) -> HttpResponse:
    secretary(request, "decisions.add_office")
    form = OfficeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            office = actions.begin_office(
                said["body"],
                user=said["user"],
                role=OfficeRole(said["role"]),
                from_on=said["from_on"],
                until_on=said["until_on"],
                now=timezone.now(),
            )
        except DecisionRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The office of %(name)s is written down.") % {"name": office.user})
            return redirect("office:index")
    return render(request, FORM, {"form": form, "screen_name": _("New office"), "done": _("Begin"), "icon": "user"})


def end(request: HttpRequest, pk: int) -> HttpResponse:
    secretary(request, "decisions.change_office")
    office, now = get_object_or_404(Office.objects.select_related("user", "body"), pk=pk), timezone.now()
    form = OfficeEndForm(request.POST or None, initial={"until_on": now.date()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_office(office, until_on=form.cleaned_data["until_on"], now=now)
        except DecisionRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The office of %(name)s has its end.") % {"name": office.user})
            return redirect("office:index")
    context = {"form": form, "screen_name": _("End this office"), "subject": office, "done": _("End"), "icon": "user"}
    return render(request, FORM, context)


class OfficeViewSet(ModelViewSet):
    model = Office
    name = "office"
    url_prefix = "offices"
    icon = "user"
    menu_label = gettext_lazy("Offices")
    index_view_class = OfficeIndex
    copy_view_enabled = False
    ordering = ("-from_on", "pk")
    list_display: ClassVar[list[Any]] = ["user", "body", "role", "from_on", "until_on"]
    list_filter: ClassVar[list[str]] = ["body", "role"]
    form_fields: ClassVar[list[str]] = ["body", "user", "role", "from_on", "until_on"]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", begin, name="add"),
            path("end/<int:pk>/", end, name="end"),
        ]


class BodyViewSet(ModelViewSet):
    model = Body
    name = "body"
    url_prefix = "bodies"
    icon = "group"
    menu_label = gettext_lazy("Bodies")
    copy_view_enabled = False
    ordering = ("slug",)
    list_display: ClassVar[list[Any]] = ["name", "slug", "time_zone"]
    form_fields: ClassVar[list[str]] = ["name", "slug", "time_zone"]
