"""What was found as the rows of a table: one a study, in the reader's language where it can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cms.languages.formats import spreadsheet_cell
from cms.models import CaseStudyPage
from search.queries.documents import chosen_values
from search.queries.studies import pages_of
from search.queries.vocabularies import Vocabularies
from search.rules import facets
from search.rules.questions import Hit

BATCH = 200
# Their names never change, whatever the language; `search/help.html` says what each holds.
OF_THE_PAGE = ("title", "language", "organisation", "begins", "ends", "ongoing", "summary", "published", "address")
OF_THE_FACETS = {
    "region": facets.PLACE,
    "country": facets.PLACE,
    "stage": facets.STAGE,
    "article": facets.ARTICLE,
    "theme": facets.THEME,
    "action": facets.ACTION,
    "instrument": facets.INSTRUMENT,
    "children": facets.CHILDREN,
    "target": facets.TARGET,
    "outcome": facets.OUTCOME,
    "organisation_type": facets.ORGANISATION,
    "participation": facets.PARTICIPATION,
}
COLUMNS = (*OF_THE_PAGE, *OF_THE_FACETS)
BETWEEN = "; "


def rows_of(hits: Sequence[Hit], *, language: str, here: Vocabularies) -> Iterator[list[str]]:
    """Two queries a batch; what was unpublished meanwhile is left out."""
    for start in range(0, len(hits), BATCH):
        pages = pages_of(hits[start : start + BATCH], language)
        values = chosen_values([page.pk for page in pages], here)
        for page in pages:
            cells = [*said_of(page), *chosen_of(page, values[page.pk], language=language, here=here)]
            yield [spreadsheet_cell(cell) for cell in cells]


def said_of(page: CaseStudyPage) -> list[str]:
    published = page.first_published_at.date().isoformat() if page.first_published_at else ""
    return [
        page.title,
        page.locale.language_code,
        page.organisation_name,
        page.begins,
        page.ends,
        "yes" if page.ongoing else "no",
        page.summary,
        published,
        str(page.full_url),
    ]


def chosen_of(
    page: CaseStudyPage, values: Mapping[str, Sequence[str]], *, language: str, here: Vocabularies
) -> Iterator[str]:
    """The labels of each facet, several separated by “; ”; a region is that of the country."""
    held = {**values, facets.PARTICIPATION: [page.child_participation_id]}
    for column, facet in OF_THE_FACETS.items():
        paths = held.get(facet, ())
        if column == "region":
            paths = list(dict.fromkeys(path.partition("/")[0] for path in paths))
        labels = (here.label(facet, path) for path in paths)
        yield BETWEEN.join(label.said(language).text for label in labels if label)
