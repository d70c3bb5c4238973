"""What the worker runs. The ledger holds the truth; a task only rings."""

import time
from datetime import datetime, timedelta

from members.delivery.actions import finish_dispatches, send_until_nothing_is_due, take_report
from members.delivery.queries import is_anything_to_do, is_anything_to_finish
from members.delivery.rules import read_report

LONGEST_RUN = timedelta(minutes=5)


def send_due(now: datetime) -> int:
    """Send what is due, for five minutes at most; how many mails the relay accepted."""
    if not is_anything_to_do(now):
        return finish_what_was_left()
    started = time.monotonic()

    def clock() -> datetime:
        return now + timedelta(seconds=time.monotonic() - started)

    return send_until_nothing_is_due(clock, pause=time.sleep, until=now + LONGEST_RUN)


def finish_what_was_left() -> int:
    """Call done, and forget what it said of an account, what a sender settled before it died; nothing is sent."""
    if is_anything_to_finish():
        finish_dispatches()
    return 0


def report_returned(raw: bytes, now: datetime) -> bool:
    """Whether a mail that came back told something new of one of ours."""
    report = read_report(raw)
    return report is not None and take_report(report, source="mail", now=now)
