"""The register in the admin: filters, search, export, and a new draft."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from cms.languages.formats import spreadsheet_cell
from governance.decisions import queries
from governance.decisions.actions import DecisionRefused
from governance.decisions.admin import desk
from governance.decisions.admin.guards import secretary
from governance.decisions.forms import ProposalForm
from governance.decisions.models import Body, Decision


class Register(generic.IndexView):
    @property
    def is_searchable(self) -> bool:
        """By `saying`: the titles are in several languages."""
        return True

    def get_base_queryset(self) -> QuerySet[Decision]:
        seen = Decision.objects.visible_to(self.request.user, on=timezone.now().date())
        return seen.select_related("body").prefetch_related("follow_ups__owner")

    def order_queryset(self, queryset: Any) -> Any:
        return super().order_queryset(queryset) if self.ordering else queryset.numbered()

    def search_queryset(self, queryset: Any) -> Any:
        return queryset.saying(self.search_query)

    def get_list_buttons(self, instance: Decision) -> list[Button]:
        return [Button(_("Go to this decision"), url=reverse("decision:edit", args=[instance.pk]), icon_name="view")]

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        said = super().preprocess_field_value(field, value, export_format)
        return spreadsheet_cell(said) if isinstance(said, str) else said


@require_safe
def choose_body(request: HttpRequest) -> HttpResponse:
    """Where a new decision belongs; with one body there is nothing to choose."""
    secretary(request, "decisions.add_decision")
    bodies = list(Body.objects.order_by("slug"))
    if len(bodies) == 1:
        return redirect("decision:propose", bodies[0].pk)
    return render(request, "decisions/admin/bodies.html", {"bodies": bodies})


def propose(request: HttpRequest, pk: int) -> HttpResponse:
    by, now = secretary(request, "decisions.add_decision"), timezone.now()
    body = get_object_or_404(Body, pk=pk)
    form = ProposalForm(request.POST or None, offices=queries.seats(body, on=now.date()))
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("decision:edit", form.propose(body, by=by, now=now).pk)
        except DecisionRefused as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "screen_name": _("New decision"), "subject": body, "done": _("Keep as draft")}
    return render(request, "decisions/admin/form.html", {**context, "icon": "tick-inverse"})


class DecisionViewSet(ModelViewSet):
    model = Decision
    name = "decision"
    url_prefix = "decisions"
    icon = "tick-inverse"
    menu_label = gettext_lazy("Register")
    index_view_class = Register
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = ["__str__", "body", "procedure", "state", "settled_at"]
    list_filter: ClassVar[list[str]] = ["body", "year", "state", "procedure"]
    list_export: ClassVar[list[str]] = [
        *("register_number", "title", "text", "body", "get_procedure_display", "get_subject_display"),
        *("get_state_display", "proposed_at", "opened_at", "settled_at", "ratified_on", "carried_out_by"),
    ]
    export_headings: ClassVar[dict[str, Any]] = {
        "register_number": gettext_lazy("number"),
        "get_procedure_display": gettext_lazy("procedure"),
        "get_subject_display": gettext_lazy("touches"),
        "get_state_display": gettext_lazy("state"),
        "carried_out_by": gettext_lazy("who carries it out"),
    }
    export_filename = "decisions"
    form_fields: ClassVar[list[str]] = ["title"]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", choose_body, name="add"),
            path("new/<int:pk>/", propose, name="propose"),
            path("<int:pk>/", desk.desk, name="edit"),
            path("<int:pk>/open/", desk.open_question, name="open"),
            path("<int:pk>/withdraw/", desk.withdraw, name="withdraw"),
            path("<int:pk>/meeting/", desk.meeting, name="meeting"),
            path("<int:pk>/ratify/", desk.ratify, name="ratify"),
            path("<int:pk>/assign/", desk.assign, name="assign"),
            path("<int:pk>/follow-up/<int:number>/<slug:act>/", desk.follow_up, name="follow_up"),
        ]
