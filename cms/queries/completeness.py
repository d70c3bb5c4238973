"""Which studies lack what, as their editors last saved them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Revision

from cms.languages import sort_key
from cms.languages.text import site_language
from cms.models import CaseStudyPage, PlenaryImage
from cms.queries.translations import editable_pages, translation_row, translation_rows
from cms.rules.completeness import CLASSIFIED_BY, TEXTS, Gap, Study, gaps_of
from cms.rules.translations import State
from members.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Lacking:
    """A study with its gaps; `live` when the public reads it all the same."""

    page: int
    title: str
    language: str
    live: bool
    gaps: tuple[Gap, ...]

    def has(self, *, gap: str, language: str) -> bool:
        """Empty means any."""
        return gap in ("", *self.gaps) and language in ("", self.language)


def studies_lacking(user: User) -> list[Lacking]:
    """Every study that this person may edit and that lacks something, by title; as many queries for one as for all."""
    pages = CaseStudyPage.objects.filter(pk__in=editable_pages(user).values("pk")).select_related("locale")
    drafts = drafts_of(pages)
    behind = {cell.page for row in translation_rows(user) for cell in row.cells if cell.state is State.BEHIND}
    silent = silent_pictures(content.get("social_image") for content in drafts.values())
    found = []
    for page in pages.defer_streamfields():
        study = Study.read(drafts[page.pk], silent=silent, is_behind=page.pk in behind)
        if gaps := gaps_of(study):
            language = page.locale.language_code
            found.append(Lacking(page=page.pk, title=page.draft_title, language=language, live=page.live, gaps=gaps))
    return sorted(found, key=lambda one: (sort_key(one.title, site_language()), one.page))


def drafts_of(pages: QuerySet[CaseStudyPage]) -> dict[int, dict[str, Any]]:
    """What `Study.read` wants to know of each as it was saved last, whether or not that is published."""
    latest = dict(Revision.objects.filter(pk__in=pages.values("latest_revision")).values_list("object_id", "content"))
    bare = as_published(pages.exclude(pk__in=list(latest)))
    return {**{int(pk): dict(content) for pk, content in latest.items()}, **bare}


def as_published(pages: QuerySet[CaseStudyPage]) -> dict[int, dict[str, Any]]:
    """Of pages that nobody has saved in an editor: one query, where a page's own copy of itself takes a dozen."""
    chosen = {f"has_{name}": Exists(choices(name).filter(casestudypage=OuterRef("pk"))) for name in CLASSIFIED_BY}
    rows = pages.annotate(**chosen).values("pk", *TEXTS, "contact_consent_on", "social_image", *chosen)
    return {row["pk"]: {**row, **{name: row[f"has_{name}"] for name in CLASSIFIED_BY}} for row in rows}


def choices(name: str) -> QuerySet[Any, Any]:
    field: Any = CaseStudyPage._meta.get_field(name)
    rows: QuerySet[Any, Any] = field.remote_field.through._default_manager.all()
    return rows


def gaps_in(page: CaseStudyPage, *, user: User | None) -> tuple[Gap, ...]:
    """Of one study as it is in memory, saved or not."""
    row = translation_row(page, user=user) if user and page.pk else None
    behind = {cell.page for cell in row.cells if cell.state is State.BEHIND} if row else set()
    silent = silent_pictures([page.social_image_id])
    return gaps_of(Study.read(page.serializable_data(), silent=silent, is_behind=page.pk in behind))


def silent_pictures(pictures: Iterable[int | None]) -> frozenset[int]:
    """Those that are no decoration and that nobody has described."""
    asked = PlenaryImage.objects.filter(pk__in=[pk for pk in pictures if pk], decorative=False)
    return frozenset(image.pk for image in asked.only("alt_text") if not image.alt_text)
