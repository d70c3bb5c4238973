"""The vocabularies of the library in the secretariat's admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.models import (
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

VOCABULARIES: tuple[type[Facet], ...] = (
    Theme,
    ReportingStage,
    ActionKind,
    Target,
    ChildGroup,
    Outcome,
    Country,
    Region,
    Article,
    Cluster,
    Instrument,
)


def viewset(vocabulary: type[Facet]) -> type[SnippetViewSet]:
    settings: dict[str, Any] = {
        "model": vocabulary,
        "icon": "tag",
        "list_display": ["__str__", "code", "position"],
        "ordering": ["position", "code"],
        "list_per_page": 60,
    }
    return type(f"{vocabulary.__name__}ViewSet", (SnippetViewSet,), settings)


class VocabulariesGroup(SnippetViewSetGroup):
    menu_label = _("Vocabularies")
    menu_icon = "tag"
    menu_order = 300
    items = [viewset(vocabulary) for vocabulary in VOCABULARIES]  # noqa: RUF012 - Wagtail's own way to list them


register_snippet(VocabulariesGroup)
