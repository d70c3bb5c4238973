"""A page that leads on: for a campaign, a theme, a section of the site."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Page
from wagtail.search import index

from cms.blocks import LandingBlock, StreamField
from cms.models.children import ForChildren


class LandingPage(ForChildren):
    lede = models.TextField(_("in one or two sentences"), max_length=400, blank=True)
    body = StreamField(LandingBlock, verbose_name=_("body"), blank=True)

    content_panels: ClassVar[list[Panel | str]] = [
        *Page.content_panels,
        FieldPanel("lede"),
        FieldPanel("body"),
        *ForChildren.children_panels,
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("lede"),
        index.SearchField("body"),
    ]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "cms.LandingPage"]
    subpage_types: ClassVar[list[str]] = ["cms.StandardPage", "cms.LandingPage", "cms.FormPage"]
    template = "cms/landing_page.html"

    class Meta:
        verbose_name = _("landing page")
        verbose_name_plural = _("landing pages")
