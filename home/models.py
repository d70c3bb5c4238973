"""The front door of the public site, one page a language."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Page

from cms.models.publishing import PublicPage


class HomePage(PublicPage):
    """What the network says about itself in one line; the rest is asked by the template's tags."""

    hero = models.CharField(_("one line about the network"), max_length=120)
    lede = models.TextField(_("who we are, in two sentences"), max_length=400, blank=True)

    content_panels: ClassVar[list[Panel | str]] = [*Page.content_panels, FieldPanel("hero"), FieldPanel("lede")]
    template = "home/home_page.html"
    max_count_per_parent = len(settings.LANGUAGES)

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
