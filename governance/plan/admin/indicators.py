"""Indicators, and the way to their figures."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from governance.plan.admin import figures
from governance.plan.models import Indicator


class IndicatorIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Indicator]:
        return Indicator.objects.select_related("priority")

    def get_list_buttons(self, instance: Indicator) -> list[Button]:
        address = reverse("indicator:figures", args=[instance.pk])
        return [Button(_("Figures"), url=address, icon_name="history", priority=5), *super().get_list_buttons(instance)]

    @property
    def header_buttons(self) -> list[Button]:
        table = Button(_("Import figures"), url=reverse("indicator:import"), icon_name="upload")
        return [*super().header_buttons, table]


class IndicatorViewSet(ModelViewSet):
    model = Indicator
    name = "indicator"
    url_prefix = "plan-indicators"
    icon = "history"
    menu_label = gettext_lazy("Indicators and figures")
    copy_view_enabled = False
    index_view_class = IndicatorIndex
    ordering = ("priority__number", "pk")
    list_display: ClassVar[list[Any]] = ["name", "priority", "origin", "target", "by_on"]
    list_filter: ClassVar[list[str]] = ["priority", "origin"]
    panels: ClassVar[list[Any]] = [
        FieldPanel("name"),
        MultiFieldPanel([FieldPanel("priority"), FieldPanel("change")], heading=gettext_lazy("Place")),
        MultiFieldPanel(
            [FieldPanel("unit"), FieldPanel("baseline"), FieldPanel("target"), FieldPanel("direction")],
            heading=gettext_lazy("From where to where"),
        ),
        MultiFieldPanel([FieldPanel("starts_on"), FieldPanel("by_on")], heading=gettext_lazy("Dates")),
        MultiFieldPanel(
            [FieldPanel("origin"), FieldPanel("computation"), FieldPanel("source")],
            heading=gettext_lazy("Where its figures come from"),
        ),
        FieldPanel("for_children"),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("figures/<int:pk>/", figures.figures, name="figures"),
            path("figures/<int:pk>/<int:number>/", figures.correct, name="correct"),
            path("figures/import/", figures.import_table, name="import"),
            path("figures/form.csv", figures.empty_table, name="table"),
        ]
