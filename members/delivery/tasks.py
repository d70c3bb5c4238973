"""What the worker runs. The ledger holds the truth; a task only rings."""

import time
from datetime import datetime, timedelta

from members.delivery.actions import send_until_nothing_is_due
from members.delivery.queries import is_anything_to_do

LONGEST_RUN = timedelta(minutes=5)


def send_due(now: datetime) -> int:
    """Send what is due, for five minutes at most; how many mails the relay accepted."""
    if not is_anything_to_do(now):
        return 0
    started = time.monotonic()

    def clock() -> datetime:
        return now + timedelta(seconds=time.monotonic() - started)

    return send_until_nothing_is_due(clock, until=now + LONGEST_RUN)
