"""The secretariat's screens for organisations and the people who act for them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from members.organisations.models import Contact, Organisation


class OrganisationViewSet(ModelViewSet):
    model = Organisation
    icon = "group"
    list_display = ("name", "country", "kind", "hidden")
    list_filter = ("country", "kind", "hidden")
    search_fields = ("name", "acronym", "slug")
    panels = (
        MultiFieldPanel([FieldPanel("name"), FieldPanel("acronym"), FieldPanel("slug")], heading=_("Name")),
        FieldPanel("country"),
        FieldPanel("kind"),
        FieldPanel("expertise"),
        FieldPanel("website"),
        FieldPanel("hidden"),
    )


class ContactViewSet(ModelViewSet):
    model = Contact
    icon = "user"
    list_display = ("user", "organisation", "role", "from_on", "until_on")
    list_filter = ("role",)
    form_fields = ("user", "organisation", "role", "from_on", "until_on")


class MembersGroup(ModelViewSetGroup):
    menu_label = _("Members")
    menu_icon = "group"
    menu_order = 300
    items = (OrganisationViewSet, ContactViewSet)
