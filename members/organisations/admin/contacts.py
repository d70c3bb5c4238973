"""Who acts for whom, in which role, since when and until when."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminDateInput

from members.organisations.actions import begin_contact, end_contact
from members.organisations.admin.acting import AddByAction, EndByAction
from members.organisations.models import Contact
from members.organisations.rules import Role


class NewContactForm(forms.ModelForm[Contact]):
    class Meta:
        model = Contact
        fields = ("organisation", "user", "role", "from_on")
        widgets: ClassVar = {"from_on": AdminDateInput}


class EndContactForm(forms.ModelForm[Contact]):
    until_on = forms.DateField(
        label=_("First day without the role"),
        widget=AdminDateInput,
        help_text=_("A role is never changed, only ended."),
    )

    class Meta:
        model = Contact
        fields = ("until_on",)


class ContactIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Contact]:
        found: QuerySet[Contact] = super().get_base_queryset()
        return found.select_related("user", "organisation")


class BeginContact(AddByAction):
    def act(self, said: dict[str, Any]) -> Contact:
        role, person = Role(said["role"]), said["user"]
        return begin_contact(said["organisation"], person=person, role=role, from_on=said["from_on"])


class EndContact(EndByAction):
    def act(self, said: dict[str, Any]) -> None:
        end_contact(self.object, until_on=said["until_on"])


class ContactViewSet(ModelViewSet):
    model = Contact
    icon = "user"
    list_display = ("user", "organisation", "role", "from_on", "until_on")
    list_filter = ("role", "organisation")
    search_fields = ("user__name", "user__email", "organisation__name")
    index_view_class = ContactIndex
    add_view_class = BeginContact
    edit_view_class = EndContact
    copy_view_enabled = False
    ordering = ("organisation__name", "user__name")

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[Contact]]:  # noqa: FBT001, FBT002 - Wagtail's
        return EndContactForm if for_update else NewContactForm
