"""Everything that can happen in a group, one function each."""

from members.groups.actions.belonging import (
    accept_request,
    ask_to_join,
    bring_in,
    decline_request,
    end_membership,
    join_group,
    leave_group,
    withdraw_request,
)
from members.groups.actions.discussing import (
    PostRefused,
    close_discussion,
    mark_read,
    reopen_discussion,
    reply,
    start_discussion,
)
from members.groups.actions.documents import (
    DocumentRefused,
    add_document,
    add_version,
    close_document,
    open_document,
    read_for_search,
)
from members.groups.actions.meetings import Plan, cancel_meeting, change_meeting, note_attendance, plan_meeting
from members.groups.actions.standing import GroupRefused
from members.groups.actions.subscribing import make_digest, subscribe
from members.groups.actions.tasks import add_task, finish_tasks, give_task_back, take_task

__all__ = [
    "DocumentRefused",
    "GroupRefused",
    "Plan",
    "PostRefused",
    "accept_request",
    "add_document",
    "add_task",
    "add_version",
    "ask_to_join",
    "bring_in",
    "cancel_meeting",
    "change_meeting",
    "close_discussion",
    "close_document",
    "decline_request",
    "end_membership",
    "finish_tasks",
    "give_task_back",
    "join_group",
    "leave_group",
    "make_digest",
    "mark_read",
    "note_attendance",
    "open_document",
    "plan_meeting",
    "read_for_search",
    "reopen_discussion",
    "reply",
    "start_discussion",
    "subscribe",
    "take_task",
    "withdraw_request",
]
