"""What was found, with the pages that stand behind it, in as many queries for one hit as for ten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cms.languages import TranslatedText
from cms.models import CaseStudyPage
from search.engines.configured import asked
from search.language.forms import analyser
from search.language.highlights import Marks, Piece, excerpt, pieces
from search.queries.documents import chosen_values, readable_studies, text_of
from search.queries.vocabularies import Vocabularies
from search.rules import facets
from search.rules.questions import Hit, Query, Result

SHOWN = ("countries", "stages")


@dataclass(frozen=True, kw_only=True)
class FoundStudy:
    """One line of the results. `foreign` is the language of the page it leads to, empty where that is the reader's;
    `began` and `ended` are years, `ended` empty where it is the same one or not known."""

    page: CaseStudyPage
    foreign: str
    began: str
    ended: str
    title: list[Piece]
    excerpt: list[Piece]
    countries: list[TranslatedText]
    stages: list[TranslatedText]


def result_of(query: Query) -> Result:
    """Through the first engine that can answer; SearchUnavailable when none can."""
    return asked(lambda engine: engine.search(query))


def pages_of(hits: Sequence[Hit], language: str) -> list[CaseStudyPage]:
    """In the order of the hits, each in `language` or the language it was written in first.

    Asked of the database, not of the index: what was unpublished a moment ago is not shown. Two queries, because a
    work in three languages is long, and one of them is shown.
    """
    ids = [hit.id for hit in hits]
    chosen: dict[str, int] = {}
    found = readable_studies().filter(translation_key__in=ids).order_by("pk")
    for pk, key, written_in in found.values_list("pk", "translation_key", "locale__language_code"):
        if str(key) not in chosen or written_in == language:
            chosen[str(key)] = pk
    pages = CaseStudyPage.objects.select_related("locale").in_bulk(chosen.values())
    return [pages[chosen[key]] for key in ids if chosen.get(key) in pages]


def studies(result: Result, *, language: str, here: Vocabularies) -> list[FoundStudy]:
    pages = pages_of(result.hits, language)
    values = chosen_values([page.pk for page in pages], here, SHOWN)
    marks = Marks(stems=result.stems, folds=result.folds)
    return [study(page, marks, values[page.pk], language=language, here=here) for page in pages]


def study(
    page: CaseStudyPage, marks: Marks, values: dict[str, list[str]], *, language: str, here: Vocabularies
) -> FoundStudy:
    written_in = page.locale.language_code
    began, ended = page.begins[:4], page.ends[:4]
    return FoundStudy(
        page=page,
        foreign=written_in if written_in != language else "",
        began=began,
        ended=ended if ended != began else "",
        title=pieces(page.title, marks, analyser(written_in)),
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
    if not (marks.stems or marks.folds) or any(piece.is_marked for piece in summary):
        return summary
    whole = excerpt(text_of(page).replace("\n", " · "), marks, words)
    return whole if any(piece.is_marked for piece in whole) else summary
