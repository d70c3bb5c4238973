"""The secretariat's screens for groups: making them, setting their policies, naming co-chairs."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

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


class MeetingViewSet(ModelViewSet):
    model = GroupMeeting
    icon = "calendar"
    list_display = ("__str__", "group", "starts_at")
    form_fields = ("group", "title", "agenda", "place", "link", "starts_at", "ends_at")


class WorkingGroups(ModelViewSetGroup):
    menu_label = _("Working groups")
    menu_icon = "group"
    menu_order = 320
    items = (GroupViewSet, MembershipViewSet, MeetingViewSet)
