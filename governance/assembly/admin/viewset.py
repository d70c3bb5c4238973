"""Where the desk stands in the admin, and the draft of a meeting."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.admin import agenda, business, desk, minutes, roll, tellers
from governance.assembly.forms.desk import AssemblyForm
from governance.assembly.models import Assembly
from governance.assembly.rules.words import State


class AssemblyIndex(generic.IndexView):
    def get_list_buttons(self, instance: Assembly) -> list[Button]:
        address = reverse("assembly_desk:desk", args=[instance.pk])
        run = Button(_("Run this assembly"), url=address, icon_name="calendar", priority=5)
        return [run, *super().get_list_buttons(instance)]


class AssemblyCreate(generic.CreateView):
    def get_success_url(self) -> str:
        return reverse("assembly_desk:desk", args=[self.object.pk])


class OnlyDrafts:
    """What members were told when they were convened does not change under them."""

    def get_object(self, *args: Any, **kwargs: Any) -> Assembly:
        found: Assembly = super().get_object(*args, **kwargs)  # type: ignore[misc] # mixed into a view that has it
        if found.state != State.DRAFT:
            raise PermissionDenied
        return found


class AssemblyEdit(OnlyDrafts, generic.EditView):
    @transaction.atomic
    def save_instance(self) -> Assembly:
        """Under the meeting's lock, so that somebody who convenes it meanwhile is not undone."""
        draft = Assembly.objects.select_for_update().filter(pk=self.object.pk, state=State.DRAFT)
        if not draft.exists():
            raise PermissionDenied
        saved: Assembly = super().save_instance()
        return saved

    def get_success_url(self) -> str:
        return reverse("assembly_desk:desk", args=[self.object.pk])


class AssemblyDelete(OnlyDrafts, generic.DeleteView):
    def get_usage(self) -> None:
        """What was written for a draft goes with it; the action knows what."""
        return

    def get_usage_url(self) -> None:
        """Nor is anything to be counted, or looked at elsewhere, before."""
        return

    def delete_action(self) -> None:
        try:
            actions.delete_draft(self.object, now=timezone.now())
        except AssemblyRefused as refused:
            raise PermissionDenied(str(refused)) from refused


class AssemblyViewSet(ModelViewSet):
    model = Assembly
    name = "assembly_desk"
    url_prefix = "assemblies"
    icon = "group"
    menu_label = gettext_lazy("Assemblies")
    menu_order = 310
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = AssemblyIndex
    add_view_class = AssemblyCreate
    edit_view_class = AssemblyEdit
    delete_view_class = AssemblyDelete
    list_display: ClassVar[list[Any]] = ["__str__", "state", "opens_at", "closes_at"]
    edit_handler = ObjectList(
        [
            FieldPanel("slug"),
            FieldPanel("title"),
            FieldPanel("kind"),
            FieldPanel("place"),
            FieldPanel("chair"),
            MultiFieldPanel(
                [FieldPanel("record_on"), FieldPanel("opens_at"), FieldPanel("closes_at")],
                heading=gettext_lazy("Dates"),
            ),
        ],
        base_form_class=AssemblyForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("run/<int:pk>/", desk.desk, name="desk"),
            *agenda.urlpatterns,
            *business.urlpatterns,
            *roll.urlpatterns,
            *tellers.urlpatterns,
            *minutes.urlpatterns,
            *desk.urlpatterns,
        ]
