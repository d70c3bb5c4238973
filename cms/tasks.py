"""What the worker does for the published content, each look again: harmless when done twice."""

import logging
from datetime import datetime

from cms.actions import forget_answers, forget_uploads, publish_due_pages, unpublish_due_pages, withhold_pictures
from cms.case_studies.forgetting import forget_papers
from cms.chores import try_each
from cms.models.media import SIZES
from cms.queries import pictures_to_draw

logger = logging.getLogger(__name__)


def publish_due(now: datetime) -> int:
    """Pages that go live or end now; each that may not is told in the log and keeps its draft."""
    for refusal in publish_due_pages(now=now):
        logger.warning("Not published as planned: %s", refusal)
    return unpublish_due_pages(now=now)


def draw_pictures(_now: datetime) -> int:
    """Every size of what editors put on a page, before its first reader would wait for it.

    A photograph in six sizes takes a second, half of it for AVIF; who is faster than the worker draws it meanwhile.
    """
    return try_each(pictures_to_draw(), lambda image: image.get_renditions(*SIZES), what="Pictures that were not drawn")


def keep_promises(now: datetime) -> int:
    """Pictures whose consent ended are withheld; answers to forms, abandoned uploads, imported files are forgotten."""
    forgotten = forget_answers(now=now) + forget_uploads(now=now) + forget_papers(now=now)
    return withhold_pictures(now=now) + forgotten
