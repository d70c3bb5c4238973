"""Who may do what in a working group, who is told of it, and what a calendar learns. No Django, no clock."""

from members.groups.rules.calendar import Event, calendar_file
from members.groups.rules.mail import (
    Frequency,
    digest_day,
    digest_window,
    is_mailed_at_once,
    is_named,
)
from members.groups.rules.policies import (
    Joining,
    Participation,
    Policies,
    Reader,
    Reason,
    RequestState,
    Role,
    Standpoint,
    Visibility,
    may_ask_to_join,
    may_join,
    may_lead,
    may_plan,
    may_read,
    may_reply,
    may_see,
    may_start_discussion,
    reason_to_see,
)

LARGEST_DOCUMENT = 25 * 1024 * 1024

__all__ = [
    "LARGEST_DOCUMENT",
    "Event",
    "Frequency",
    "Joining",
    "Participation",
    "Policies",
    "Reader",
    "Reason",
    "RequestState",
    "Role",
    "Standpoint",
    "Visibility",
    "calendar_file",
    "digest_day",
    "digest_window",
    "is_mailed_at_once",
    "is_named",
    "may_ask_to_join",
    "may_join",
    "may_lead",
    "may_plan",
    "may_read",
    "may_reply",
    "may_see",
    "may_start_discussion",
    "reason_to_see",
]
