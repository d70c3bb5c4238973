"""Standard pages, news and events."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.models import Page
from wagtail.search import index

from cms.blocks import StoryBlock, StreamField
from cms.models.children import ForChildren
from cms.models.publishing import PublicPage
from cms.models.words import AUDIENCES, Audience


class StandardPage(ForChildren):
    lede = models.TextField(_("in one or two sentences"), max_length=400, blank=True)
    body = StreamField(StoryBlock, verbose_name=_("body"), blank=True)

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
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "cms.StandardPage", "cms.LandingPage"]
    subpage_types: ClassVar[list[str]] = ["cms.StandardPage", "cms.FormPage"]
    template = "cms/standard_page.html"

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")


class NewsIndexPage(PublicPage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.NewsPage"]
    max_count_per_parent = 1
    template = "cms/news_index_page.html"

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")


class NewsPage(ForChildren):
    dated_on = models.DateField(_("day"))
    lede = models.TextField(_("in one or two sentences"), max_length=400)
    body = StreamField(StoryBlock, verbose_name=_("body"), blank=True)

    content_panels: ClassVar[list[Panel | str]] = [
        *Page.content_panels,
        FieldPanel("dated_on"),
        FieldPanel("lede"),
        FieldPanel("body"),
        *ForChildren.children_panels,
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("lede"),
        index.SearchField("body"),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/news_page.html"

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")


class EventIndexPage(PublicPage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.EventPage"]
    max_count_per_parent = 1
    template = "cms/event_index_page.html"

    class Meta:
        verbose_name = _("events")
        verbose_name_plural = _("events")


class EventPage(PublicPage):
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=150)
    audience = models.CharField(
        _("for whom"), max_length=30, choices=list(AUDIENCES.items()), default=Audience.ALL.value
    )
    lede = models.TextField(_("in one or two sentences"), max_length=400, blank=True)
    body = StreamField(StoryBlock, verbose_name=_("body"), blank=True)

    content_panels: ClassVar[list[Panel | str]] = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("place"),
        FieldPanel("audience"),
        FieldPanel("lede"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("lede"),
        index.SearchField("body"),
        index.SearchField("place"),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms.EventIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/event_page.html"

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")), name="an_event_ends_after_it_starts"
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("An event ends after it starts.")})
