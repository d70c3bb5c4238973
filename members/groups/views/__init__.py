from members.groups.views.discussion import close, discussions, start, topic
from members.groups.views.document import add_document, add_version, download
from members.groups.views.document import close as close_document
from members.groups.views.document import readers as document_readers
from members.groups.views.group import detail, group_list, why
from members.groups.views.mail import mail
from members.groups.views.meetings import (
    attendance,
    calendar,
    cancel_meeting,
    change_meeting,
    meeting,
    meetings,
    plan_meeting,
)
from members.groups.views.people import answer, ask, end_membership, join, leave, people, withdraw
from members.groups.views.work import add_task, finish_tasks, take_task

__all__ = [
    "add_document",
    "add_task",
    "add_version",
    "answer",
    "ask",
    "attendance",
    "calendar",
    "cancel_meeting",
    "change_meeting",
    "close",
    "close_document",
    "detail",
    "discussions",
    "document_readers",
    "download",
    "end_membership",
    "finish_tasks",
    "group_list",
    "join",
    "leave",
    "mail",
    "meeting",
    "meetings",
    "people",
    "plan_meeting",
    "start",
    "take_task",
    "topic",
    "why",
    "withdraw",
]
