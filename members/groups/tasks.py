"""What the worker runs for groups."""

import logging
from datetime import datetime

from members.groups.actions import make_digest
from members.groups.queries import digests_due

logger = logging.getLogger(__name__)


def send_digests(now: datetime) -> int:
    """Makes the digests whose reader's morning has come, some at a time; how many were made, empty ones too.

    One that breaks holds up nobody else's.
    """
    made = 0
    for person, day in digests_due(now=now):
        try:
            make_digest(person, period_on=day, now=now)
        except Exception:
            logger.exception("The digest of person %s broke; it is tried again at the next look.", person.pk)
        else:
            made += 1
    return made
