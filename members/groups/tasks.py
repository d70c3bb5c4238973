"""What the worker runs for groups."""

from datetime import date, datetime

from cms.chores import try_each
from members.accounts.models import User
from members.groups.actions import make_digest
from members.groups.queries import digests_due


def send_digests(now: datetime) -> int:
    """Makes the digests whose reader's morning has come, some at a time; how many were made, empty ones too."""

    def make(due: tuple[User, date]) -> None:
        person, day = due
        make_digest(person, period_on=day, now=now)

    return try_each(digests_due(now=now), make, what="Digests that could not be made")
