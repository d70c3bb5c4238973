"""Questions about the published content."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from wagtail.models import Page, Site

from cms.front.tree import public
from cms.languages import TranslatedText, TranslatedTextField, sort_key
from cms.languages.countries import named_everywhere
from cms.languages.sorting import Key
from cms.languages.text import site_language
from cms.models import FACETS, CaseStudyPage, EventPage, NewsPage, PlenaryDocument, PublicationPage

Words = dict[str, list["Word"]]
LABEL = TranslatedTextField()


@dataclass(frozen=True, kw_only=True)
class Word:
    """One value of a facet, as a page shows it."""

    code: str
    label: TranslatedText
    position: int = 0

    @property
    def rank(self) -> tuple[int, Key, str]:
        return self.position, sort_key(str(self.label), site_language()), self.code


def facets_of(pages: Iterable[int]) -> dict[int, Words]:
    """All facets of all these pages in one query: page → name of the facet → its words in order."""
    wanted = list(pages)
    found: dict[int, Words] = {page: {name: [] for name in FACETS} for page in wanted}
    for name, page, code, label, position in chosen_words(wanted):
        said = LABEL.from_db_value(label, None, connection)
        said = named_everywhere(said, code) if name == "countries" else said
        found[page][name].append(Word(code=code, label=said, position=position))
    for words in found.values():
        for values in words.values():
            values.sort(key=lambda word: word.rank)
    return found


def chosen_words(pages: list[int]) -> list[tuple[str, int, str, str, int]]:
    """In SQL of our own: Django takes longer to write it than the database to answer."""
    if not pages:
        return []
    marks = ", ".join(["%s"] * len(pages))
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(part % marks for part in parts_of_choice()), pages * len(FACETS))
        return list(cursor.fetchall())


@cache
def parts_of_choice() -> tuple[str, ...]:
    """One SELECT a facet; the place of the pages is left open."""
    parts = []
    for name in FACETS:
        field: Any = CaseStudyPage._meta.get_field(name)
        page, row, words = field.m2m_column_name(), field.m2m_reverse_name(), field.related_model._meta.db_table
        parts.append(
            f"SELECT '{name}', chosen.\"{page}\", word.code, word.label, word.position"
            f' FROM "{field.m2m_db_table()}" chosen JOIN "{words}" word ON word.id = chosen."{row}"'
            f' WHERE chosen."{page}" IN (%s)'
        )
    return tuple(parts)


def facets_in_draft(page: CaseStudyPage) -> Words:
    """The facets that a draft holds in memory, for its preview."""
    found: Words = {}
    for name in FACETS:
        words = [Word(code=w.code, label=w.label, position=w.position) for w in getattr(page, name).all()]
        found[name] = sorted(words, key=lambda word: word.rank)
    return found


def translations_of(page: Page) -> list[Page]:
    """The public pages that say the same in the site's languages, this one among them."""
    same = public(Page.objects.all()).filter(translation_key=page.translation_key)
    return list(same.select_related("locale").order_by("locale_id"))


def news_of(index: Page) -> QuerySet[NewsPage]:
    return public(NewsPage.objects.child_of(index)).defer_streamfields().order_by("-dated_on", "-pk")


def publications_of(index: Page) -> QuerySet[PublicationPage]:
    publications = public(PublicationPage.objects.child_of(index)).defer_streamfields()
    return publications.order_by("-dated_on", "-pk")


@dataclass(frozen=True, kw_only=True)
class OfferedFile:
    """A file of a publication, as a reader needs it to choose: in which language, what, how large."""

    document: PlenaryDocument
    title: str
    language: str
    named_language: str
    note: str
    kind: str
    bytes: int


def offered_files(page: PublicationPage) -> list[OfferedFile]:
    """In the editors' order."""
    files = page.files.select_related("document").order_by("sort_order", "pk")
    return [
        OfferedFile(
            document=file.document,
            title=file.document.title,
            language=file.language,
            named_language=file.get_language_display(),
            note=file.note,
            kind=file.document.file_extension.upper(),
            bytes=file.document.get_file_size() or 0,
        )
        for file in files
    ]


@dataclass(frozen=True, kw_only=True)
class Calendar:
    coming: list[EventPage]
    past: list[EventPage]


def calendar_of(index: Page, *, now: datetime, past_shown: int = 20) -> Calendar:
    """What is to come, soonest first; then the last ones that are over."""
    events = public(EventPage.objects.child_of(index)).defer_streamfields()
    open_now = Q(starts_at__gte=now) | Q(ends_at__gte=now)
    return Calendar(
        coming=list(events.filter(open_now).order_by("starts_at", "pk")),
        past=list(events.exclude(open_now).order_by("-starts_at", "pk")[:past_shown]),
    )


def page_at(path: str) -> Page | None:
    """The public page at a path such as `/fr/a-propos/`, specific and with its locale; None if there is none."""
    language, *slugs = path.strip("/").split("/")
    root = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if root is None:
        return None
    same = Page.objects.live().filter(translation_key=root.root_page.translation_key, locale__language_code=language)
    home = same.first()
    if home is None:
        return None
    address = home.url_path + "".join(f"{slug}/" for slug in slugs)
    return public(Page.objects.all()).filter(url_path=address).select_related("locale").specific().first()
