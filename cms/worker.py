"""Wiring: what is done in the background, by whom, and how often it is looked at.

There is no queue to lose a message: each chore reads what is due from its own app's tables, may run
twice harmlessly, and answers how much it did. Run as many workers as needed.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import close_old_connections, connections
from django.utils import timezone

from cms.tasks import draw_pictures, keep_promises, publish_due
from governance.decisions.tasks import remind_due, settle_due
from governance.plan.tasks import count_due
from members.delivery.tasks import send_due
from members.groups.tasks import read_documents, send_digests
from search.tasks import forget_what_was_rare, look_for_news, replay_journal

logger = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 1.0


@dataclass(frozen=True, kw_only=True)
class Chore:
    name: str
    work: Callable[[datetime], int]


CHORES = (
    Chore(name="search journal", work=replay_journal),
    Chore(name="decisions due", work=settle_due),
    Chore(name="reminders", work=remind_due),
    Chore(name="figures of the plan", work=count_due),
    Chore(name="digests of groups", work=send_digests),
    Chore(name="saved searches", work=look_for_news),
    Chore(name="what was rarely searched", work=forget_what_was_rare),
    Chore(name="words of documents", work=read_documents),
    Chore(name="mail", work=send_due),
    Chore(name="pages due", work=publish_due),
    Chore(name="sizes of pictures", work=draw_pictures),
    Chore(name="promises to children and to those who wrote", work=keep_promises),
)


def look_until(stop: threading.Event) -> None:
    """Each chore in a thread of its own, until told to stop: a slow mail server holds up no search."""
    threads = [threading.Thread(target=_look, args=(chore, stop), name=chore.name) for chore in CHORES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _look(chore: Chore, stop: threading.Event) -> None:
    """Looks every second, at once again while there is work."""
    while not stop.is_set():
        close_old_connections()
        if not _attempt(chore):
            stop.wait(LOOK_EVERY_SECONDS)
    connections.close_all()


def _attempt(chore: Chore) -> int:
    try:
        return chore.work(timezone.now())
    except Exception:
        logger.exception("The chore “%s” broke; it is tried again at the next look.", chore.name)
        return 0
