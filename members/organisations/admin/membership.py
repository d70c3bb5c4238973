"""Categories with their rights, and the terms of membership, which are never edited, only ended."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminDateInput

from members.organisations.actions import begin_term, end_term
from members.organisations.admin.acting import AddByAction, EndByAction
from members.organisations.models import Category, MembershipTerm


class CategoryViewSet(ModelViewSet):
    model = Category
    icon = "tag"
    list_display = ("label", "code", "may_vote", "may_propose", "may_stand", "may_attend", "pays")
    copy_view_enabled = False
    ordering = ("code",)
    panels = (
        FieldPanel("code"),
        FieldPanel("label"),
        MultiFieldPanel(
            [FieldPanel(f"may_{right}") for right in ("vote", "propose", "stand", "attend")], heading=_("Rights")
        ),
        FieldPanel("pays"),
    )


class NewTermForm(forms.ModelForm[MembershipTerm]):
    class Meta:
        model = MembershipTerm
        fields = ("organisation", "category", "from_on", "began_because")
        widgets: ClassVar = {"from_on": AdminDateInput}


class EndTermForm(forms.ModelForm[MembershipTerm]):
    until_on = forms.DateField(
        label=_("First day without membership"),
        widget=AdminDateInput,
        help_text=_("A term is never changed, only ended. For another category, end it and begin one on the same day."),
    )
    ended_because = forms.CharField(label=_("Why it ends"), max_length=200)

    class Meta:
        model = MembershipTerm
        fields = ("until_on", "ended_because")


class TermIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[MembershipTerm]:
        found: QuerySet[MembershipTerm] = super().get_base_queryset()
        return found.select_related("organisation", "category")


class BeginTerm(AddByAction):
    def act(self, said: dict[str, Any]) -> MembershipTerm:
        return begin_term(
            said["organisation"], category=said["category"], from_on=said["from_on"], because=said["began_because"]
        )


class EndTerm(EndByAction):
    def act(self, said: dict[str, Any]) -> None:
        end_term(self.object, until_on=said["until_on"], because=said["ended_because"])


class TermViewSet(ModelViewSet):
    model = MembershipTerm
    icon = "date"
    list_display = ("organisation", "category", "from_on", "until_on", "ended_because")
    list_filter = ("category",)
    search_fields = ("organisation__name",)
    index_view_class = TermIndex
    add_view_class = BeginTerm
    edit_view_class = EndTerm
    copy_view_enabled = False
    ordering = ("organisation__name", "-from_on")

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[MembershipTerm]]:  # noqa: FBT001, FBT002 - Wagtail's
        return EndTermForm if for_update else NewTermForm
