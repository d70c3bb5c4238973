from cms.front.models import Generation
from cms.models.case_studies import FACETS, CaseStudyIndexPage, CaseStudyPage
from cms.models.children import ForChildren
from cms.models.consent import ImageConsent
from cms.models.facets import (
    ActionKind,
    Article,
    ChildGroup,
    Cluster,
    Country,
    Facet,
    Instrument,
    OrganisationType,
    Outcome,
    Participation,
    Region,
    ReportingStage,
    SubRegion,
    Target,
    Theme,
    WordRefused,
)
from cms.models.form_pages import Answer, FormField, FormPage
from cms.models.imported import ImportedPaper
from cms.models.landing import LandingPage
from cms.models.media import PlenaryDocument, PlenaryImage, PlenaryRendition
from cms.models.publications import PublicationFile, PublicationIndexPage, PublicationPage
from cms.models.publishing import PictureRefused, PublicPage
from cms.models.settings import NetworkSettings
from cms.models.stories import EventIndexPage, EventPage, NewsIndexPage, NewsPage, StandardPage
from cms.models.takeaways import StudyPaper, StudyUse
from cms.models.translations import TranslationCheck

__all__ = [
    "FACETS",
    "ActionKind",
    "Answer",
    "Article",
    "CaseStudyIndexPage",
    "CaseStudyPage",
    "ChildGroup",
    "Cluster",
    "Country",
    "EventIndexPage",
    "EventPage",
    "Facet",
    "ForChildren",
    "FormField",
    "FormPage",
    "Generation",
    "ImageConsent",
    "ImportedPaper",
    "Instrument",
    "LandingPage",
    "NetworkSettings",
    "NewsIndexPage",
    "NewsPage",
    "OrganisationType",
    "Outcome",
    "Participation",
    "PictureRefused",
    "PlenaryDocument",
    "PlenaryImage",
    "PlenaryRendition",
    "PublicPage",
    "PublicationFile",
    "PublicationIndexPage",
    "PublicationPage",
    "Region",
    "ReportingStage",
    "StandardPage",
    "StudyPaper",
    "StudyUse",
    "SubRegion",
    "Target",
    "Theme",
    "TranslationCheck",
    "WordRefused",
]
