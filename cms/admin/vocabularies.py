"""The vocabularies of the library as editors see them: how many studies use a word, and why a used one stays."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.coreutils import string_to_ascii
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from cms.models import (
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

# The words of these stand under others; what is counted of the others is what stands under them.
BELOW: dict[type[Facet], str] = {Region: "countries", SubRegion: "countries", Cluster: "articles"}
VOCABULARIES: tuple[type[Facet], ...] = (
    Theme,
    ReportingStage,
    ActionKind,
    Target,
    ChildGroup,
    Outcome,
    OrganisationType,
    Participation,
    Country,
    SubRegion,
    Region,
    Article,
    Cluster,
    Instrument,
)


def with_uses(vocabulary: type[Facet]) -> QuerySet[Any]:
    """Each word with `uses`: the works that hold it, or that hold a word under it. A work in three languages is one."""
    path = f"{BELOW[vocabulary]}__" if vocabulary in BELOW else ""
    uses = Count(f"{path}case_studies__translation_key", distinct=True)
    words: QuerySet[Any] = vocabulary._default_manager.annotate(uses=uses)
    return words


class WordsView(IndexView):
    """A word is found in whichever language and without its accents: the lists are short enough to look at."""

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.is_searching:
            return queryset
        wanted = plain(self.search_query).split()
        found = [word.pk for word in queryset if all(part in said(word) for part in wanted)]
        return queryset.filter(pk__in=found)


def said(word: Facet) -> str:
    return plain(" ".join((word.code, *word.label.texts.values())))


def plain(text: str) -> str:
    return string_to_ascii(text).lower()


class WordsViewSet(SnippetViewSet):
    """The base of the viewsets; `model` comes with each."""

    icon = "tag"
    index_view_class = WordsView
    ordering = ("position", "code")
    list_per_page = 60

    list_display = ("__str__", "code", Column("uses", label=_("Studies"), sort_key="uses"), "position")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return with_uses(self.model)


def viewset(vocabulary: type[Facet]) -> type[SnippetViewSet]:
    return type(f"{vocabulary.__name__}ViewSet", (WordsViewSet,), {"model": vocabulary})


class VocabulariesGroup(SnippetViewSetGroup):
    menu_label = _("Vocabularies")
    menu_icon = "tag"
    menu_order = 300
    items = tuple(viewset(vocabulary) for vocabulary in VOCABULARIES)


def keep_used_words(request: HttpRequest, instances: Iterable[Model]) -> HttpResponse | None:
    """Back to the list with a sentence for each word that is in use; nothing is deleted then."""
    refused = [(word, sentence) for word in instances if isinstance(word, Facet) for sentence in why_kept(word)]
    for _word, sentence in refused:
        messages.error(request, sentence)
    return redirect(refused[0][0].snippet_viewset.get_url_name("list")) if refused else None


def why_kept(word: Facet) -> list[str]:
    try:
        word.refuse_loss()
    except WordRefused as refusal:
        return refusal.messages
    return []
