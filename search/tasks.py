"""What the worker does for the search."""

from datetime import datetime
from functools import partial

from cms.chores import try_each
from search.actions.looking import look
from search.actions.numbering import turn_days
from search.actions.replaying import replay
from search.actions.sums import forget_rare_questions
from search.queries.saved import due_searches


def replay_journal(now: datetime) -> int:
    """How many entries of the journal the index was told, those of the new day among them."""
    turn_days(on=now.date())
    return replay()


def look_for_news(now: datetime) -> int:
    """Looks at the saved searches that are due, some at a time; how many were looked at."""
    return try_each(due_searches(now=now), partial(look, now=now), what="Saved searches that could not be looked at")


def forget_what_was_rare(now: datetime) -> int:
    """Closes the days of searching that are over; how many."""
    return forget_rare_questions(now=now)
