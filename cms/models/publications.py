"""Reports, guides and positions, each with its files in the languages that it exists in."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, Panel
from wagtail.models import Orderable, Page
from wagtail.search import index

from cms.blocks import StoryBlock, StreamField
from cms.models.media import PlenaryDocument, PlenaryImage
from cms.models.publishing import PublicPage
from cms.models.words import FILE_LANGUAGES, PUBLICATION_KINDS, PublicationKind


class PublicationIndexPage(PublicPage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.PublicationPage"]
    max_count_per_parent = 1
    template = "cms/publication_index_page.html"

    class Meta:
        verbose_name = _("publications")
        verbose_name_plural = _("publications")


class PublicationPage(PublicPage):
    dated_on = models.DateField(_("day"))
    kind = models.CharField(
        _("kind"), max_length=20, choices=list(PUBLICATION_KINDS.items()), default=PublicationKind.REPORT.value
    )
    authors = models.CharField(_("authors"), max_length=250, blank=True)
    lede = models.TextField(_("in one or two sentences"), max_length=400)
    cover = models.ForeignKey(
        PlenaryImage, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cover")
    )
    body = StreamField(StoryBlock, verbose_name=_("body"), blank=True)
    licence = models.CharField(_("licence"), max_length=40, default="CC BY 4.0")

    content_panels: ClassVar[list[Panel | str]] = [
        *Page.content_panels,
        FieldRowPanel([FieldPanel("dated_on"), FieldPanel("kind")]),
        FieldPanel("authors"),
        FieldPanel("lede"),
        FieldPanel("cover"),
        FieldPanel("body"),
        InlinePanel("files", heading=_("Files"), label=_("file"), min_num=1),
        FieldPanel("licence"),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("authors"),
        index.SearchField("lede"),
        index.SearchField("body"),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms.PublicationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/publication_page.html"

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")


class PublicationFile(Orderable):
    page = ParentalKey(PublicationPage, on_delete=models.CASCADE, related_name="files")
    language = models.CharField(_("language"), max_length=10, choices=FILE_LANGUAGES)
    document = models.ForeignKey(
        PlenaryDocument, on_delete=models.PROTECT, related_name="+", verbose_name=_("document")
    )
    note = models.CharField(
        _("what it is"), max_length=100, blank=True, help_text=_("Such as: summary, easy to read, large print.")
    )

    panels: ClassVar[list[Panel | str]] = [FieldPanel("language"), FieldPanel("document"), FieldPanel("note")]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["page", "language", "note"], name="one_file_per_language_and_note")
        ]
