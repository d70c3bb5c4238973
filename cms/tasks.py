"""What the worker does for the published content, each look again: harmless when done twice."""

import logging
from datetime import datetime

from cms.actions import forget_answers, forget_uploads, publish_due_pages, unpublish_due_pages, withhold_pictures
from cms.case_studies.forgetting import forget_papers

logger = logging.getLogger(__name__)


def publish_due(now: datetime) -> int:
    """Pages that go live or end now; each that may not is told in the log and keeps its draft."""
    for refusal in publish_due_pages(now=now):
        logger.warning("Not published as planned: %s", refusal)
    return unpublish_due_pages(now=now)


def keep_promises(now: datetime) -> int:
    """Pictures whose consent ended are withheld; answers to forms, abandoned uploads, imported files are forgotten."""
    forgotten = forget_answers(now=now) + forget_uploads(now=now) + forget_papers(now=now)
    return withhold_pictures(now=now) + forgotten
