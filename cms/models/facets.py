"""The words by which a case study is found. Codes never change: addresses, indexes and files hold them."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.search import index

from cms.languages import LANGUAGES, TranslatedText, TranslatedTextField


class WordRefused(ValidationError):
    """Why a word of a vocabulary cannot be changed or taken away; says what to do."""


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

    def clean(self) -> None:
        super().clean()
        stored = type(self)._default_manager.filter(pk=self.pk).first() if self.pk else None
        if stored is None:
            return
        if stored.code != self.code:
            raise WordRefused({"code": _("A code stays as it is: addresses, indexes and files hold it.")})
        # The form has boxes for the interface's languages; what the others say is not lost for it.
        unseen = {language: text for language, text in stored.label.texts.items() if language not in LANGUAGES}
        self.label = TranslatedText(texts={**unseen, **self.label.texts}, prevails=self.label.prevails)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """WordRefused while a study or another word points at it: studies would lose it without a sound."""
        self.refuse_loss()
        return super().delete(*args, **kwargs)

    def refuse_loss(self) -> None:
        """Raises WordRefused where `delete` would."""
        if self.studies:
            counted = ngettext("%(n)d study", "%(n)d studies", self.studies) % {"n": self.studies}
            told = {"word": self, "studies": counted}
            raise WordRefused(gettext("“%(word)s” is used by %(studies)s. Choose another word there first.") % told)
        if self.words_below:
            told = {"word": self, "n": self.words_below}
            raise WordRefused(gettext("%(n)d words stand under “%(word)s”. Move them first.") % told)

    @property
    def studies(self) -> int:
        """How many works use it, drafts among them; a work in three languages is one."""
        used: Any = getattr(self, "case_studies", None)
        return 0 if used is None else int(used.values("translation_key").distinct().count())

    @property
    def words_below(self) -> int:
        """How many words of another vocabulary stand under it."""
        below = [link for link in type(self)._meta.related_objects if issubclass(link.related_model, Facet)]
        return sum(getattr(self, link.get_accessor_name() or "").count() for link in below)


class Region(Facet):
    """One of the five regions by which the United Nations counts (M49)."""

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class SubRegion(Facet):
    """A part of a region, as M49 has them."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="subregions", verbose_name=_("region"))

    panels: ClassVar[list[Panel]] = [*Facet.panels, FieldPanel("region")]

    class Meta:
        verbose_name = _("sub-region")
        verbose_name_plural = _("sub-regions")


class Country(Facet):
    """`code` is ISO 3166-1 alpha-2, in capitals."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="countries", verbose_name=_("region"))
    subregion = models.ForeignKey(
        SubRegion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="countries",
        verbose_name=_("sub-region"),
    )

    panels: ClassVar[list[Panel]] = [*Facet.panels, FieldPanel("region"), FieldPanel("subregion")]

    def clean(self) -> None:
        super().clean()
        if self.subregion and self.subregion.region_id != self.region_id:
            raise WordRefused({"subregion": _("This sub-region lies in another region.")})

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


class OrganisationType(Facet):
    """What kind of organisation did it."""

    class Meta:
        verbose_name = _("type of organisation")
        verbose_name_plural = _("types of organisation")


class Participation(Facet):
    """How far children took part, after Lansdown: asked, working together, leading; `position` rises with it."""

    class Meta:
        verbose_name = _("degree of child participation")
        verbose_name_plural = _("degrees of child participation")
