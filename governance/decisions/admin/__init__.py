"""The secretariat's screens: the register, the bodies, and who sits in them."""

from typing import ClassVar

from django.utils.translation import gettext_lazy
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from governance.decisions.admin.bodies import BodyViewSet, OfficeViewSet
from governance.decisions.admin.register import DecisionViewSet

__all__ = ["DecisionsGroup"]


class DecisionsGroup(ModelViewSetGroup):
    menu_label = gettext_lazy("Decisions")
    menu_icon = "tick-inverse"
    menu_order = 312
    items: ClassVar[tuple[type[ModelViewSet], ...]] = (DecisionViewSet, OfficeViewSet, BodyViewSet)
