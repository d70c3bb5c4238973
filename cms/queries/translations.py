"""Which pages exist in which language, and whether a translation still says what its original says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import Max
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from cms.front.tree import public
from cms.languages import sort_key
from cms.languages.text import site_language
from cms.models import ForChildren
from cms.rules.translations import State, Version, behind_since, state_of
from members.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One page in one language. `page` is None where it is missing; `behind_since` is the original's publication."""

    language: str
    state: State
    page: int | None = None
    title: str = ""
    behind_since: datetime | None = None
    may_edit: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """A page in all content languages. The original is the oldest: the others were made from it."""

    original: Cell
    cells: tuple[Cell, ...]

    def has(self, *, language: str, state: str) -> bool:
        """Whether this language is in this state; empty means any."""
        cells = [cell for cell in self.cells if cell.language == language] if language else self.cells
        return any(state in ("", cell.state) for cell in cells)


class Found(NamedTuple):
    """What the database knows of a page."""

    page: int
    key: UUID
    language: str
    title: str
    live: bool
    published_at: datetime | None
    covers: datetime | None

    @property
    def version(self) -> Version:
        return Version(live=self.live, published_at=self.published_at, covers=self.covers)


def translation_rows(user: User) -> list[Row]:
    """Every page that this person may edit in some language, by the title of its original."""
    mine = set(editable_pages(user).filter(depth__gt=1).order_by("pk").values_list("pk", flat=True))
    rows = list(_rows(Page.objects.filter(depth__gt=1), mine=mine))
    seen = [row for row in rows if any(cell.may_edit for cell in row.cells)]
    here = site_language()
    return sorted(seen, key=lambda row: (sort_key(row.original.title, here), row.original.page))


def translation_row(page: Page, *, user: User) -> Row | None:
    """None where nothing with this page's key is left."""
    same = Page.objects.filter(translation_key=page.translation_key)
    mine = set(editable_pages(user).filter(translation_key=page.translation_key).values_list("pk", flat=True))
    return next(_rows(same, mine=mine), None)


def editable_pages(user: User) -> PageQuerySet[Any]:
    return page_permission_policy.instances_user_has_any_permission_for(user, {"change", "publish"})


def original_of(page: Page) -> Page:
    """Itself where it was not made from another."""
    found: Page = Page.objects.filter(translation_key=page.translation_key).order_by("pk")[0]
    return found


def versions_for_children(translation_key: UUID) -> set[str]:
    """The languages in which a page has words for children in public."""
    pages = public(Page.objects.all()).filter(translation_key=translation_key).select_related("locale").specific()
    return {page.locale.language_code for page in pages if isinstance(page, ForChildren) and page.has_children_version}


def _rows(pages: PageQuerySet[Any], *, mine: set[int]) -> Iterator[Row]:
    columns = ("pk", "translation_key", "locale__language_code", "title", "live", "last_published_at", "covers")
    found = pages.annotate(covers=Max("translation_checks__original_published_at")).order_by("pk")
    same: dict[UUID, list[Found]] = defaultdict(list)
    for values in found.values_list(*columns):
        same[values[1]].append(Found(*values))
    return (_row(versions, mine=mine) for versions in same.values())


def _row(versions: list[Found], *, mine: set[int]) -> Row:
    original, by_language = versions[0], {found.language: found for found in reversed(versions)}
    cells = tuple(
        _cell(by_language.get(code), original=original, language=code, mine=mine) for code in _languages(by_language)
    )
    return Row(original=next(cell for cell in cells if cell.language == original.language), cells=cells)


def _languages(there: Iterable[str]) -> list[str]:
    """Those of the settings, and any in which pages were left when the settings dropped it."""
    return list(dict.fromkeys([*(code for code, _name in settings.LANGUAGES), *there]))


def _cell(found: Found | None, *, original: Found, language: str, mine: set[int]) -> Cell:
    if found is None:
        return Cell(language=language, state=State.MISSING)
    state = state_of(found.version, original=original.version)
    if found is original and found.live:
        state = State.ORIGINAL
    since = behind_since(found.version, original=original.version) if state is State.BEHIND else None
    return Cell(
        language=language,
        state=state,
        page=found.page,
        title=found.title,
        behind_since=since,
        may_edit=found.page in mine,
    )
