"""What happens when somebody takes a study along: it is set on paper once, and counted without the person."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import F

from cms.models import CaseStudyPage, StudyPaper, StudyUse
from cms.models.words import TakenAs
from cms.press import pressed
from cms.queries.studies import digest_of, paper_in_store, sheet_of


def paper_of(page: CaseStudyPage) -> StudyPaper:
    """As it stands today: from the store, or set anew when anything on it has changed. Raises PressRefused."""
    sheet = sheet_of(page)
    digest, kept = digest_of(sheet), paper_in_store(page)
    if kept is not None and kept.digest == digest and kept.file.storage.exists(kept.file.name or ""):
        return kept
    printed = pressed("study", sheet)
    forget_paper(page)
    file = ContentFile(printed.content, name="study.pdf")
    fields = {"digest": digest, "file": file, "sheets": printed.sheets, "size": len(printed.content)}
    return StudyPaper.objects.update_or_create(page=page, defaults=fields)[0]


@transaction.atomic
def forget_paper(page: CaseStudyPage) -> None:
    """The file goes when it is certain that the row is gone."""
    kept = StudyPaper.objects.filter(page_id=page.pk).first()
    if kept is None:
        return
    storage, name = kept.file.storage, kept.file.name or ""
    kept.delete()
    transaction.on_commit(lambda: storage.delete(name))


def count_use(study: UUID, *, kind: TakenAs, on: date) -> None:
    """One more of this kind in this month. Nobody is written down: who, from where, with what."""
    this: dict[str, Any] = {"study": study, "month_on": on.replace(day=1), "kind": kind.value}
    if StudyUse.objects.filter(**this).update(times=F("times") + 1):
        return
    try:
        with transaction.atomic():
            StudyUse.objects.create(**this, times=1)
    except IntegrityError:
        # Somebody else was the first of the month a moment ago.
        StudyUse.objects.filter(**this).update(times=F("times") + 1)
