"""What happens to a paper: it is brought, reviewed, becomes a draft of the library, and is forgotten in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from cms.case_studies.drafts import FIELDS, Values, digests, put, values_of_page, values_of_study
from cms.case_studies.files import Source, source_of
from cms.case_studies.libraries import ImportRefused, library_in
from cms.case_studies.reading import study_of
from cms.case_studies.report import as_json
from cms.case_studies.values import Study
from cms.models import CaseStudyIndexPage, CaseStudyPage, ImportedPaper
from members.accounts.models import User
from members.organisations.models import Organisation


@dataclass(frozen=True, kw_only=True)
class Imported:
    """`kept`: fields that an editor had changed, which say something else than the paper and were left alone."""

    page: CaseStudyPage
    is_new: bool
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """What a person made of a paper. `seen`: the draft's version that they looked at, None when there was none."""

    language: str
    values: Values
    seen: int | None


def bring(content: bytes, *, name: str, by: User | None, now: datetime) -> ImportedPaper:
    """Keeps a file for its review, privately. The same file again is the same paper, waiting once more.

    Raises FileRefused for one that cannot be read; then nothing is kept.
    """
    source = source_of(content, name=name)
    study = study_of(source.paper)
    paper = _held(source, now=now)
    with transaction.atomic():
        paper = ImportedPaper.objects.select_for_update().get(pk=paper.pk)
        paper.name, paper.brought_by, paper.brought_at = name[:250], by, now
        paper.lines = lines_with_places(source, study=study)
        paper.study = {**as_json(study, file=name), "values": values_of_study(study, name=name)}
        if not paper.file:
            paper.file.save(name[-80:], ContentFile(content), save=False)
        paper.save()
    return paper


def _held(source: Source, *, now: datetime) -> ImportedPaper:
    """The record of these bytes; whoever comes second at the same moment gets the first one's."""
    return ImportedPaper.objects.get_or_create(
        sha256=source.sha256, defaults={"name": source.name[:250], "brought_at": now}
    )[0]


def lines_with_places(source: Source, *, study: Study) -> list[dict[str, Any]]:
    return [
        {"text": line.text, "gap": line.gap, "page": line.page, "place": place}
        for line, place in zip(source.paper.lines, study.places, strict=True)
    ]


@transaction.atomic
def import_study(
    study: Study, *, source: Source, now: datetime, by: User | None = None, replace: frozenset[str] = frozenset()
) -> Imported:
    """A draft in the library of its language. The same file again becomes a new version of the same draft.

    What is public stays as it is until somebody publishes the draft. What an editor changed since the last import is
    left alone unless it is among `replace`. Raises ImportRefused without a library.
    """
    library = library_in(study.language)
    values = values_of_study(study, name=source.name)
    page = drafts_of(source, title=values["title"], library=library).first()
    kept = kept_of(page, values) - replace if page else set()
    chosen = {name: value for name, value in values.items() if name not in kept}
    imported = saved(page, chosen, library=library, source=source, by=by)
    remembered(source, values=values, page=imported.page, now=now)
    return Imported(page=imported.page, is_new=imported.is_new, kept=tuple(name for name in FIELDS if name in kept))


@transaction.atomic
def save_reviewed(paper: ImportedPaper, reviewed: Reviewed, *, by: User, now: datetime) -> Imported:
    """The draft as a person wants it. Raises ImportRefused when somebody else saved it after they looked."""
    library = library_in(reviewed.language)
    paper = ImportedPaper.objects.select_for_update().get(pk=paper.pk)
    page = draft_of(paper, library=library)
    if (page.latest_revision_id if page else None) != reviewed.seen:
        raise ImportRefused(
            _("Somebody else saved this study after you opened it. What you typed is below; compare it with the draft.")
        )
    source = Source.known(name=paper.name, sha256=paper.sha256)
    imported = saved(page, reviewed.values, library=library, source=source, by=by)
    remembered(source, values=paper.study["values"], page=imported.page, now=now)
    return imported


def draft_of(paper: ImportedPaper, *, library: CaseStudyIndexPage) -> CaseStudyPage | None:
    """The page that a paper became, or that an earlier version of it became."""
    source = Source.known(name=paper.name, sha256=paper.sha256)
    return drafts_of(source, title=paper.study["values"]["title"], library=library).first()


def drafts_of(source: Source, *, title: str, library: CaseStudyIndexPage) -> Any:
    """Pages made from the same bytes, or from an earlier file of the same name and title."""
    same = Q(source_sha256=source.sha256) | Q(papers__sha256=source.sha256) | Q(source_name=source.name, title=title)
    return CaseStudyPage.objects.child_of(library).filter(same).distinct().order_by("pk")


def kept_of(page: CaseStudyPage, values: Values) -> set[str]:
    """Fields that somebody changed since the last import and that say something else than the paper now."""
    current = digests(values_of_page(page.get_latest_revision_as_object()))
    last = page.papers.exclude(took={}).order_by("-saved_at").first()
    took, new = (last.took if last else {}), digests(values)
    return {name for name in FIELDS if current[name] not in (took.get(name), new[name])}


def saved(
    known: CaseStudyPage | None, values: Values, *, library: CaseStudyIndexPage, source: Source, by: User | None
) -> Imported:
    page = known.get_latest_revision_as_object() if known else CaseStudyPage(live=False, locale=library.locale)
    put(page, values)
    page.organisation = Organisation.objects.filter(name__iexact=page.organisation_name, hidden=False).first()
    if not known:
        page.number, page.owner = next_number(), by
        library.add_child(instance=page)
    page.save_revision(user=by, changed=True, clean=False)
    CaseStudyPage.objects.filter(pk=page.pk).update(source_name=source.name[:250], source_sha256=source.sha256)
    return Imported(page=page, is_new=known is None)


def next_number() -> int:
    return int(CaseStudyPage.objects.aggregate(last=Max("number"))["last"] or 0) + 1


def remembered(source: Source, *, values: Values, page: CaseStudyPage, now: datetime) -> None:
    """Which page the file became, and what it said, as digests."""
    ImportedPaper.objects.update_or_create(
        sha256=source.sha256,
        defaults={"page": page, "took": digests(values), "saved_at": now},
        create_defaults={
            "page": page,
            "took": digests(values),
            "saved_at": now,
            "name": source.name[:250],
            "brought_at": now,
        },
    )
