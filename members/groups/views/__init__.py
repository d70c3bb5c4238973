from members.groups.views.discussion import close, discussions, start, topic
from members.groups.views.document import add_document, add_version, download
from members.groups.views.group import answer, ask, detail, finish_tasks, group_list, join, leave, people, why

__all__ = [
    "add_document",
    "add_version",
    "answer",
    "ask",
    "close",
    "detail",
    "discussions",
    "download",
    "finish_tasks",
    "group_list",
    "join",
    "leave",
    "people",
    "start",
    "topic",
    "why",
]
