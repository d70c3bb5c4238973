"""The library: one page a study and language, joined by `translation_key`."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel
from wagtail.models import Page
from wagtail.search import index

from cms.blocks import FiguresBlock, PassagesBlock, PhasesBlock, StreamField
from cms.models.facets import (
    ActionKind,
    Article,
    ChildGroup,
    Country,
    Instrument,
    OrganisationType,
    Outcome,
    Participation,
    ReportingStage,
    Target,
    Theme,
)
from cms.models.gaps import GapsPanel
from cms.models.publishing import PublicPage
from cms.models.words import LICENCES
from cms.rules.licences import Licence
from members.organisations.models import Organisation

# ISO 8601, to the precision that is known: 2011, 2011-05 or 2011-05-17.
partial_date = RegexValidator(
    r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$", _("Write 2011, 2011-05 or 2011-05-17.")
)

FACETS = (
    "countries",
    "instruments",
    "articles",
    "themes",
    "child_groups",
    "stages",
    "action_kinds",
    "targets",
    "outcomes",
    "organisation_types",
)
NO_PARTICIPATION = "none"


class CaseStudyIndexPage(PublicPage):
    """The library in one language."""

    lede = models.TextField(_("what the library is for"), max_length=400, blank=True)

    content_panels: ClassVar[list[Panel | str]] = [*Page.content_panels, FieldPanel("lede")]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.CaseStudyPage"]
    max_count_per_parent = 1
    template = "cms/case_study_index_page.html"

    class Meta:
        verbose_name = _("case-study library")
        verbose_name_plural = _("case-study libraries")


class CaseStudyPage(PublicPage):
    """How an organisation made a State act on the Committee's Concluding Observations."""

    number = models.PositiveIntegerField(_("number in the series"), null=True, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="case_studies",
        verbose_name=_("member organisation"),
    )
    organisation_name = models.CharField(_("organisation as the study names it"), max_length=250)
    summary = models.TextField(_("summary"), blank=True)
    objective = models.TextField(_("objective"), blank=True)
    place = models.CharField(_("place"), max_length=150, blank=True)
    begins = models.CharField(_("begins"), max_length=10, blank=True, validators=[partial_date])
    ends = models.CharField(_("ends"), max_length=10, blank=True, validators=[partial_date])
    ongoing = models.BooleanField(_("still going on"), default=False)
    process = StreamField(PhasesBlock, verbose_name=_("process"), blank=True)
    result = models.TextField(_("result"), blank=True)
    impact = models.TextField(_("impact"), blank=True)
    figures = StreamField(FiguresBlock, verbose_name=_("figures"), blank=True)
    challenges = StreamField(PassagesBlock, verbose_name=_("challenges"), blank=True)
    recommendations = StreamField(PassagesBlock, verbose_name=_("recommendations for next steps"), blank=True)
    contacts = models.TextField(_("contact"), blank=True)
    contact_consent_on = models.DateField(
        _("consent to publish the contact, given on"),
        null=True,
        blank=True,
        help_text=_("Until a day is written here, the contact appears nowhere outside this admin."),
    )
    unplaced = models.TextField(
        _("unplaced"), blank=True, help_text=_("What the import could not place. Move it to where it belongs.")
    )
    licence = models.CharField(_("licence"), max_length=40, choices=list(LICENCES.items()), default=Licence.BY.value)
    checked_on = models.DateField(_("checked with the organisation on"), null=True, blank=True)
    child_participation = models.ForeignKey(
        Participation,
        to_field="code",
        on_delete=models.PROTECT,
        default=NO_PARTICIPATION,
        db_column="child_participation",
        related_name="case_studies",
        verbose_name=_("child participation"),
    )
    source_name = models.CharField(max_length=250, blank=True, editable=False)
    source_sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    countries = ParentalManyToManyField(Country, blank=True, related_name="case_studies", verbose_name=_("countries"))
    instruments = ParentalManyToManyField(
        Instrument, blank=True, related_name="case_studies", verbose_name=_("instruments")
    )
    articles = ParentalManyToManyField(Article, blank=True, related_name="case_studies", verbose_name=_("articles"))
    themes = ParentalManyToManyField(Theme, blank=True, related_name="case_studies", verbose_name=_("themes"))
    child_groups = ParentalManyToManyField(
        ChildGroup, blank=True, related_name="case_studies", verbose_name=_("children concerned")
    )
    stages = ParentalManyToManyField(
        ReportingStage, blank=True, related_name="case_studies", verbose_name=_("stages of the reporting cycle")
    )
    action_kinds = ParentalManyToManyField(
        ActionKind, blank=True, related_name="case_studies", verbose_name=_("kinds of action")
    )
    targets = ParentalManyToManyField(Target, blank=True, related_name="case_studies", verbose_name=_("targets"))
    outcomes = ParentalManyToManyField(
        Outcome, blank=True, related_name="case_studies", verbose_name=_("results achieved")
    )
    organisation_types = ParentalManyToManyField(
        OrganisationType, blank=True, related_name="case_studies", verbose_name=_("types of organisation")
    )

    content_panels: ClassVar[list[Panel | str]] = [
        *Page.content_panels,
        GapsPanel(heading=_("What is missing")),
        MultiFieldPanel([FieldPanel("unplaced")], heading=_("Not placed yet"), classname="collapsed"),
        MultiFieldPanel(
            [FieldPanel("organisation_name"), FieldPanel("organisation"), FieldPanel("place")],
            heading=_("Who and where"),
        ),
        FieldRowPanel([FieldPanel("begins"), FieldPanel("ends"), FieldPanel("ongoing")], heading=_("Timeline")),
        FieldPanel("summary"),
        FieldPanel("objective"),
        FieldPanel("process"),
        FieldPanel("result"),
        FieldPanel("impact"),
        FieldPanel("figures"),
        FieldPanel("challenges"),
        FieldPanel("recommendations"),
        MultiFieldPanel([FieldPanel("contacts"), FieldPanel("contact_consent_on")], heading=_("Contact")),
        # The chooser of snippets goes by row, and this is kept by its code.
        MultiFieldPanel(
            [*(FieldPanel(name) for name in FACETS), FieldPanel("child_participation", widget=Select)],
            heading=_("Facets"),
        ),
        MultiFieldPanel(
            [FieldPanel("number"), FieldPanel("licence"), FieldPanel("checked_on")], heading=_("Publication")
        ),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("organisation_name"),
        index.SearchField("summary"),
        index.SearchField("objective"),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms.CaseStudyIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/case_study_page.html"

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ongoing=False) | Q(ends=""), name="what_is_ongoing_has_no_end"),
        ]

    def clean(self) -> None:
        super().clean()
        if self.ongoing and self.ends:
            raise ValidationError({"ends": _("A study that is still going on has no end.")})
        if self.number is not None and self.others_numbered().exists():
            raise ValidationError({"number": _("Another study has this number: it is part of a lasting address.")})

    def others_numbered(self) -> models.QuerySet["CaseStudyPage"]:
        """Other works with the same number; the translations of one share theirs."""
        return CaseStudyPage.objects.filter(number=self.number).exclude(translation_key=self.translation_key)

    @property
    def public_contacts(self) -> str:
        """Empty until consent to publish is recorded. Pages, the API and search show this, never `contacts`."""
        return self.contacts if self.contact_consent_on else ""
