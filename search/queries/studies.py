"""What was found, with the pages that stand behind it, in as many queries for one hit as for ten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cms.languages import TranslatedText
from cms.models import CaseStudyPage
from search.engines.configured import asked
from search.language.forms import analyser
from search.language.highlights import Marks, Piece, excerpt, pieces
from search.queries.documents import chosen_values, public_studies, text_of
from search.queries.vocabularies import Vocabularies
from search.rules import facets
from search.rules.questions import Hit, Query, Result


@dataclass(frozen=True, kw_only=True)
class FoundStudy:
    """One line of the results; `language` is that of the page it leads to."""

    page: CaseStudyPage
    language: str
    title: list[Piece]
    excerpt: list[Piece]
    countries: list[TranslatedText]
    stages: list[TranslatedText]


def result_of(query: Query) -> Result:
    """Through the first engine that can answer; SearchUnavailable when none can."""
    return asked(lambda engine: engine.search(query))


def pages_of(hits: Sequence[Hit], language: str) -> list[CaseStudyPage]:
    """In the order of the hits, each in `language` or the language it was written in first.

    Asked of the database, not of the index: what was unpublished a moment ago is not shown.
    """
    ids = [hit.id for hit in hits]
    works: defaultdict[str, list[CaseStudyPage]] = defaultdict(list)
    for page in public_studies().filter(translation_key__in=ids).select_related("locale").order_by("pk"):
        works[str(page.translation_key)].append(page)
    return [best_of(works[key], language) for key in ids if key in works]


def best_of(translations: Sequence[CaseStudyPage], language: str) -> CaseStudyPage:
    return next((page for page in translations if page.locale.language_code == language), translations[0])


def studies(result: Result, *, language: str, here: Vocabularies) -> list[FoundStudy]:
    pages = pages_of(result.hits, language)
    values = chosen_values([page.pk for page in pages], here)
    marks = Marks(stems=result.stems, folds=result.folds)
    return [study(page, marks, values[page.pk], here) for page in pages]


def study(page: CaseStudyPage, marks: Marks, values: dict[str, list[str]], here: Vocabularies) -> FoundStudy:
    language = page.locale.language_code
    return FoundStudy(
        page=page,
        language=language,
        title=pieces(page.title, marks, analyser(language)),
        excerpt=passage(page, marks),
        countries=said(here, facets.PLACE, values.get(facets.PLACE, [])),
        stages=said(here, facets.STAGE, values.get(facets.STAGE, [])),
    )


def said(here: Vocabularies, facet: str, paths: Iterable[str]) -> list[TranslatedText]:
    labels = (here.label(facet, path) for path in paths)
    return [label for label in labels if label]


def passage(page: CaseStudyPage, marks: Marks) -> list[Piece]:
    """The summary, unless only another part of the study says what was asked."""
    words = analyser(page.locale.language_code)
    summary = excerpt(page.summary, marks, words)
    if any(piece.is_marked for piece in summary):
        return summary
    whole = excerpt(text_of(page), marks, words)
    return whole if any(piece.is_marked for piece in whole) else summary
