from members.groups.models.discussion import Post, ReadMark, Topic
from members.groups.models.document import Document, DocumentVersion
from members.groups.models.group import Group, GroupMembership, JoinRequest
from members.groups.models.work import (
    Attendance,
    DigestRun,
    GroupMeeting,
    Subscription,
    Task,
)

__all__ = [
    "Attendance",
    "DigestRun",
    "Document",
    "DocumentVersion",
    "Group",
    "GroupMeeting",
    "GroupMembership",
    "JoinRequest",
    "Post",
    "ReadMark",
    "Subscription",
    "Task",
    "Topic",
]
