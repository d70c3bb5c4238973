"""The secretariat's screens for organisations, the people who act for them, their membership and their dues."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSetGroup

from members.organisations.admin.contacts import ContactViewSet
from members.organisations.admin.dues import InvoiceViewSet
from members.organisations.admin.membership import CategoryViewSet, TermViewSet
from members.organisations.admin.organisations import OrganisationViewSet
from members.organisations.admin.plans import PlanViewSet


class MembersGroup(ModelViewSetGroup):
    menu_label = _("Members")
    menu_icon = "group"
    menu_order = 300
    items = (OrganisationViewSet, ContactViewSet, TermViewSet, InvoiceViewSet, PlanViewSet, CategoryViewSet)


__all__ = ["MembersGroup"]
