"""The secretariat's screens for the strategic plan: its wording, for adults and children, and its figures."""

from typing import ClassVar

from django.utils.translation import gettext_lazy
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from governance.plan.admin.indicators import IndicatorViewSet
from governance.plan.admin.wording import ChangeViewSet, PlanViewSet, PriorityViewSet

__all__ = ["PlanGroup"]


class PlanGroup(ModelViewSetGroup):
    menu_label = gettext_lazy("Strategic plan")
    menu_icon = "order"
    menu_order = 330
    items: ClassVar[tuple[type[ModelViewSet], ...]] = (IndicatorViewSet, PriorityViewSet, ChangeViewSet, PlanViewSet)
