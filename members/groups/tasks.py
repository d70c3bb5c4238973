"""What the worker runs for groups."""

from datetime import date, datetime

from cms.chores import try_each
from members.accounts.models import User
from members.groups.actions import make_digest, read_for_search
from members.groups.models import DocumentVersion
from members.groups.queries import digests_due

SOME = 50  # files at a look


def send_digests(now: datetime) -> int:
    """Makes the digests whose reader's morning has come, some at a time; how many were made, empty ones too."""

    def make(due: tuple[User, date]) -> None:
        person, day = due
        make_digest(person, period_on=day, now=now)

    return try_each(digests_due(now=now), make, what="Digests that could not be made")


def read_documents(now: datetime) -> int:
    """Reads the files that came since for the search; how many were read, those without text too."""

    def read(version: DocumentVersion) -> None:
        read_for_search(version, now=now)

    waiting = DocumentVersion.objects.unread()[:SOME]
    return try_each(waiting, read, what="Documents that could not be read for the search")
