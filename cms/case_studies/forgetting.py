"""Brought files are forgotten: when they are not wanted, and in time."""

from datetime import datetime, timedelta

from django.db.models import Q

from cms.chores import try_each
from cms.models import ImportedPaper

# Days that a file which nobody saved as a draft is kept for its review.
KEPT_FOR_REVIEW_DAYS = 30
# Days that it is kept after its draft was saved, for whoever checks the draft against it before it is published.
KEPT_WITH_DRAFT_DAYS = 90


def discard(paper: ImportedPaper) -> None:
    """A file that is not wanted goes at once; of one that became a page, the digest stays."""
    forget(paper)
    if paper.page_id is None:
        paper.delete()


def forget(paper: ImportedPaper) -> None:
    """The file and all that was read in it."""
    if paper.file:
        paper.file.delete(save=False)
    paper.file, paper.lines, paper.study = "", [], {}
    paper.save(update_fields=["file", "lines", "study"])


def forget_papers(*, now: datetime) -> int:
    """Papers whose time is over: how many."""
    reviewed_by = now - timedelta(days=KEPT_FOR_REVIEW_DAYS)
    saved_by = now - timedelta(days=KEPT_WITH_DRAFT_DAYS)
    waiting = Q(saved_at=None, brought_at__lt=reviewed_by)
    used = Q(saved_at__lt=saved_by, brought_at__lt=reviewed_by)
    without_page = Q(saved_at__isnull=False, page=None)
    due = ImportedPaper.objects.filter(waiting | used | without_page).exclude(study={}, file="", page__isnull=False)
    return try_each(list(due), discard, what="Imported files that could not be forgotten")
