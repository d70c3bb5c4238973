"""Payment plans: while one holds, open dues suspend no right."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminDateInput

from members.organisations.actions import agree_plan, end_plan
from members.organisations.admin.acting import AddByAction, EndByAction
from members.organisations.models import Agreement


class NewPlanForm(forms.ModelForm[Agreement]):
    class Meta:
        model = Agreement
        fields = ("organisation", "terms", "from_on", "until_on")
        widgets: ClassVar = {"from_on": AdminDateInput, "until_on": AdminDateInput}


class EndPlanForm(forms.ModelForm[Agreement]):
    until_on = forms.DateField(label=_("First day without the plan"), widget=AdminDateInput)

    class Meta:
        model = Agreement
        fields = ("until_on",)


class PlanIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Agreement]:
        found: QuerySet[Agreement] = super().get_base_queryset()
        return found.select_related("organisation")


class AgreePlan(AddByAction):
    def act(self, said: dict[str, Any]) -> Agreement:
        return agree_plan(said["organisation"], from_on=said["from_on"], until_on=said["until_on"], terms=said["terms"])


class EndPlan(EndByAction):
    def act(self, said: dict[str, Any]) -> None:
        end_plan(self.object, until_on=said["until_on"])


class PlanViewSet(ModelViewSet):
    model = Agreement
    icon = "calendar-check"
    menu_label = _("Payment plans")
    list_display = ("organisation", "terms", "from_on", "until_on")
    index_view_class = PlanIndex
    add_view_class = AgreePlan
    edit_view_class = EndPlan
    copy_view_enabled = False
    ordering = ("-from_on", "organisation__name")

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[Agreement]]:  # noqa: FBT001, FBT002 - Wagtail's
        return EndPlanForm if for_update else NewPlanForm
