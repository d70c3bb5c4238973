"""The words by which a case study is found. Codes never change: addresses, indexes and files hold them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.search import index

from cms.languages import TranslatedTextField


class Facet(index.Indexed, models.Model):
    """One value of one vocabulary: `code` for machines, `label` for people, `position` where the order matters."""

    code = models.SlugField(_("code"), max_length=40, unique=True, help_text=_("Never change it once it is in use."))
    label = TranslatedTextField(_("label"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    panels: ClassVar[list[Panel]] = [FieldPanel("code"), FieldPanel("label"), FieldPanel("position")]
    search_fields: ClassVar[list[index.BaseField]] = [index.SearchField("code"), index.AutocompleteField("code")]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.label)


class Region(Facet):
    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class Country(Facet):
    """`code` is ISO 3166-1 alpha-2, in capitals."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="countries", verbose_name=_("region"))

    panels: ClassVar[list[Panel]] = [*Facet.panels, FieldPanel("region")]

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")


class Cluster(Facet):
    """One of the clusters under which the Committee groups the articles in its reporting guidelines."""

    class Meta:
        verbose_name = _("cluster of articles")
        verbose_name_plural = _("clusters of articles")


class Article(Facet):
    """An article of the Convention: `code` is its number, `position` too."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="articles", verbose_name=_("cluster"))

    panels: ClassVar[list[Panel]] = [*Facet.panels, FieldPanel("cluster")]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")


class Instrument(Facet):
    """The Convention and its Optional Protocols."""

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")


class Theme(Facet):
    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class ChildGroup(Facet):
    """Which children a study is about."""

    class Meta:
        verbose_name = _("children concerned")
        verbose_name_plural = _("children concerned")


class ReportingStage(Facet):
    """A stage of the reporting cycle; `position` follows the cycle."""

    class Meta:
        verbose_name = _("stage of the reporting cycle")
        verbose_name_plural = _("stages of the reporting cycle")


class ActionKind(Facet):
    class Meta:
        verbose_name = _("kind of action")
        verbose_name_plural = _("kinds of action")


class Target(Facet):
    """Whom the organisations wanted to move."""

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")


class Outcome(Facet):
    """What was achieved."""

    class Meta:
        verbose_name = _("result achieved")
        verbose_name_plural = _("results achieved")
