"""What the plan says: each wording for children stands beside the adults'."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from cms.models.panels import ReadingPanel
from governance.plan.models import Change, Plan, Priority

FOR_ADULTS, FOR_CHILDREN = gettext_lazy("For adults"), gettext_lazy("For children")
READING = ReadingPanel("words_for_children")


class PlanViewSet(ModelViewSet):
    model = Plan
    name = "strategic_plan"
    url_prefix = "plan"
    icon = "order"
    menu_label = gettext_lazy("Plans")
    copy_view_enabled = False
    ordering = ("-from_on",)
    list_display: ClassVar[list[Any]] = ["title", "from_on", "until_on"]
    panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("from_on"), FieldPanel("until_on")], heading=gettext_lazy("Dates")),
        MultiFieldPanel([FieldPanel("title"), FieldPanel("lede")], heading=FOR_ADULTS),
        MultiFieldPanel([FieldPanel("children_title"), FieldPanel("children_lede"), READING], heading=FOR_CHILDREN),
    ]


class PriorityViewSet(ModelViewSet):
    model = Priority
    name = "priority"
    url_prefix = "plan-priorities"
    icon = "list-ol"
    menu_label = gettext_lazy("Priorities")
    copy_view_enabled = False
    ordering = ("-plan__from_on", "number")
    list_display: ClassVar[list[Any]] = ["title", "number", "plan"]
    list_filter: ClassVar[list[str]] = ["plan"]
    panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("plan"), FieldPanel("number")], heading=gettext_lazy("Place")),
        MultiFieldPanel([FieldPanel("name"), FieldPanel("title"), FieldPanel("text")], heading=FOR_ADULTS),
        MultiFieldPanel(
            [
                FieldPanel("children_title"),
                FieldPanel("children_text"),
                FieldPanel("children_done"),
                FieldPanel("children_next"),
                READING,
            ],
            heading=FOR_CHILDREN,
            help_text=gettext_lazy("In the last two, {now} and {target} become the figure that children are shown."),
        ),
    ]


class ChangeViewSet(ModelViewSet):
    model = Change
    name = "change"
    url_prefix = "plan-changes"
    icon = "list-ul"
    menu_label = gettext_lazy("Changes")
    copy_view_enabled = False
    ordering = ("-priority__plan__from_on", "priority__number", "number")
    list_display: ClassVar[list[Any]] = ["text", "priority", "number"]
    list_filter: ClassVar[list[str]] = ["priority"]
    panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("priority"), FieldPanel("number")], heading=gettext_lazy("Place")),
        FieldPanel("text", heading=FOR_ADULTS),
        MultiFieldPanel([FieldPanel("children_text"), READING], heading=FOR_CHILDREN),
    ]
