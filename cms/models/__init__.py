from cms.models.case_studies import FACETS, CaseStudyIndexPage, CaseStudyPage
from cms.models.facets import (
    ActionKind,
    Article,
    ChildGroup,
    Cluster,
    Country,
    Facet,
    Instrument,
    Outcome,
    Region,
    ReportingStage,
    Target,
    Theme,
)
from cms.models.media import PlenaryDocument, PlenaryImage, PlenaryRendition
from cms.models.stories import EventIndexPage, EventPage, NewsIndexPage, NewsPage, StandardPage

__all__ = [
    "FACETS",
    "ActionKind",
    "Article",
    "CaseStudyIndexPage",
    "CaseStudyPage",
    "ChildGroup",
    "Cluster",
    "Country",
    "EventIndexPage",
    "EventPage",
    "Facet",
    "Instrument",
    "NewsIndexPage",
    "NewsPage",
    "Outcome",
    "PlenaryDocument",
    "PlenaryImage",
    "PlenaryRendition",
    "Region",
    "ReportingStage",
    "StandardPage",
    "Target",
    "Theme",
]
