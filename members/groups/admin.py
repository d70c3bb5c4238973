"""The secretariat's screens for groups: making them, setting their policies, naming co-chairs."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from members.groups.actions import GroupRefused, change_meeting, plan_meeting
from members.groups.models import Group, GroupMeeting, GroupMembership


class GroupViewSet(ModelViewSet):
    model = Group
    icon = "group"
    list_display = ("__str__", "visibility", "joining", "participation", "closed_on")
    panels = (
        FieldPanel("slug"),
        FieldPanel("name"),
        FieldPanel("purpose"),
        MultiFieldPanel(
            [FieldPanel("visibility"), FieldPanel("joining"), FieldPanel("participation")], heading=_("Policies")
        ),
        FieldPanel("closed_on"),
    )


class MembershipViewSet(ModelViewSet):
    model = GroupMembership
    icon = "user"
    list_display = ("person", "group", "role", "from_on", "until_on")
    list_filter = ("group", "role")
    form_fields = ("group", "person", "role", "from_on", "until_on")


class MeetingCreate(generic.CreateView):
    def save_instance(self) -> GroupMeeting:
        planned = dict(self.form.cleaned_data)
        return plan_meeting(planned.pop("group"), by=self.request.user, now=timezone.now(), **planned)


class MeetingEdit(generic.EditView):
    """A meeting stays in its group; calendars and people learn of the change."""

    def get_form(self, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(*args, **kwargs)
        form.fields["group"].disabled = True
        return form

    def save_instance(self) -> GroupMeeting:
        planned = {name: value for name, value in self.form.cleaned_data.items() if name != "group"}
        return change_meeting(self.form.instance, by=self.request.user, now=timezone.now(), **planned)

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except GroupRefused as refusal:
            form.add_error(None, str(refusal))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class MeetingViewSet(ModelViewSet):
    model = GroupMeeting
    add_view_class = MeetingCreate
    edit_view_class = MeetingEdit
    icon = "calendar"
    list_display = ("__str__", "group", "starts_at")
    form_fields = ("group", "title", "agenda", "place", "link", "starts_at", "ends_at")


class WorkingGroups(ModelViewSetGroup):
    menu_label = _("Working groups")
    menu_icon = "group"
    menu_order = 320
    items = (GroupViewSet, MembershipViewSet, MeetingViewSet)
