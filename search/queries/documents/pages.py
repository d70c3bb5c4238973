"""The pages of the site, and the case studies that not everybody may read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from django.conf import settings
from django.db.models import Min
from modelsearch.index import SearchField
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.languages.text import site_language
from cms.models import CaseStudyPage
from search.queries.documents import studies
from search.queries.documents.rooms import Line, Reader, Room
from search.queries.documents.trees import Privacy, privacy
from search.queries.vocabularies import vocabularies
from search.rules import audiences
from search.rules.documents import LONGEST_TEXT, Document, Passage, facets_of
from search.rules.kinds import Source, id_of, number_of

CLOSED = "~"  # before the language of a translation that has readers of its own
NOT_SAID = {"title", "slug", "owner"}


def site_pages() -> PageQuerySet[Page]:
    """Everything published but the studies, which have a room of their own, and the tree's root."""
    found: PageQuerySet[Page] = Page.objects.live().filter(depth__gt=1).not_exact_type(CaseStudyPage)
    return found


def in_full(pages: PageQuerySet[Page]) -> PageQuerySet[Page]:
    """As their own types. Those are asked for one by one, without what `select_related` was told."""
    found: PageQuerySet[Page] = pages.specific().prefetch_related("locale")
    return found


def keys_in(pages: PageQuerySet[Any]) -> list[str]:
    rows = pages.order_by().values("translation_key").annotate(first=Min("pk")).order_by("first")
    return [str(row["translation_key"]) for row in rows]


def text_of(page: Page) -> str:
    """What a page type says of its own content (its `search_fields`), without the title."""
    said = (
        field.get_value(page)
        for field in type(page).get_search_fields()
        if isinstance(field, SearchField) and field.field_name not in NOT_SAID
    )
    return "\n".join(chain.from_iterable(words_in(value) for value in said))[:LONGEST_TEXT]


def words_in(value: Any) -> list[str]:
    if isinstance(value, list | tuple):
        return [word for item in value for word in words_in(item)]
    return [value] if isinstance(value, str) and value else []


def variants(id: str) -> list[str]:
    """Every id that the translations of one page can have: together, or one with readers of its own."""
    return [id, *(f"{id}{CLOSED}{language}" for language, _name in settings.LANGUAGES)]


# --- as documents


def page_documents(keys: Sequence[str]) -> Iterator[Document]:
    """Translations that everybody may read are one document; each restricted one is a document of its own."""
    here = privacy()
    found = in_full(site_pages()).filter(translation_key__in=keys).order_by("pk")
    works: defaultdict[tuple[str, tuple[str, ...]], list[Page]] = defaultdict(list)
    for page in found:
        audience = here.audience(page.path, openly=audiences.ANYONE)
        id = id_of(Source.PAGE, page.translation_key)
        if audience:
            works[id_among(id, page, audience), audience].append(page)
    for (id, audience), pages in works.items():
        yield document(id, pages, audience)


def id_among(id: str, page: Page, audience: tuple[str, ...]) -> str:
    is_open = audience[0] in (audiences.ANYONE, audiences.PUBLIC)
    return id if is_open else f"{id}{CLOSED}{page.locale.language_code}"


def document(id: str, pages: Sequence[Page], audience: tuple[str, ...]) -> Document:
    on = studies.published_on(pages)
    return Document(
        id=id,
        number=number_of(Source.PAGE, pages[0].pk),
        passages=tuple(
            Passage(language=page.locale.language_code, title=page.title, text=text_of(page)) for page in pages
        ),
        facets=facets_of(Source.PAGE, languages=studies.languages_of(pages), on=on),
        audience=audience,
        published_on=on,
    )


def study_documents(keys: Sequence[str]) -> Iterator[Document]:
    """The studies that everybody may read, as the public search has them, and the restricted ones."""
    yield from studies.works(keys)
    here = privacy()
    if not here.restrictions:
        return
    closed = closed_studies(keys, here)
    known = vocabularies()
    values = studies.chosen_values([page.pk for page in closed], known)
    for page in closed:
        audience = here.audience(page.path, openly="")
        found = studies.document(str(page.translation_key), [page], values, known)
        yield replace(found, id=id_among(found.id, page, audience), audience=audience)


def closed_studies(keys: Sequence[str], here: Privacy) -> list[CaseStudyPage]:
    pages = CaseStudyPage.objects.live().filter(translation_key__in=keys).select_related("locale").order_by("pk")
    return [page for page in pages if here.above(page.path) and here.audience(page.path, openly="")]


# --- as lines


def readable(pages: PageQuerySet[Any], keys: Sequence[str], reader: Reader) -> dict[str, list[Any]]:
    """By key, the translations behind it that this reader may open; `pages` come with their locale."""
    wanted = {key.partition(CLOSED)[0] for key in keys}
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for page in pages.filter(translation_key__in=wanted).order_by("pk"):
        audience = reader.privacy.audience(page.path, openly=audiences.ANYONE)
        if reader.tokens.intersection(audience):
            found[id_among(str(page.translation_key), page, audience)].append(page)
    return found


def page_lines(keys: Sequence[str], reader: Reader) -> dict[str, Line]:
    found = readable(in_full(site_pages()), keys, reader)
    return {
        key: Line(
            document=document(id_of(Source.PAGE, key), pages, ()),
            address=address_of(pages),
            at=studies.published_on(pages),
        )
        for key, pages in found.items()
        if address_of(pages)
    }


def study_lines(keys: Sequence[str], reader: Reader) -> dict[str, Line]:
    """Told like any page: the members' search leads to a study, the public one compares them."""
    found = readable(CaseStudyPage.objects.live().select_related("locale"), keys, reader)
    return {
        key: Line(
            document=replace(
                document(key, pages, ()),
                passages=tuple(studies.passage(page) for page in pages),
            ),
            address=address_of(pages),
            at=studies.published_on(pages),
            who=(pages[0].organisation_name,),
            where=pages[0].place,
        )
        for key, pages in found.items()
    }


def address_of(pages: Sequence[Page]) -> str:
    """In the reader's language where there is one."""
    best = next((page for page in pages if page.locale.language_code == site_language()), pages[0])
    return best.url or ""


PAGES = Room(all_keys=lambda: keys_in(site_pages()), documents=page_documents, lines=page_lines)
STUDIES = Room(all_keys=lambda: keys_in(CaseStudyPage.objects.live()), documents=study_documents, lines=study_lines)
