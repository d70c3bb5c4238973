"""The search of the library, as pages, as files and for its own script. GET only, but for what is saved."""

from search.views.completion import complete, work
from search.views.exports import feed, how_to, table
from search.views.members import complete_everything, everything, one_of_everything
from search.views.public import studies
from search.views.saved import change, delete, hear_again, pause, resume, save, saved

__all__ = [
    "change",
    "complete",
    "complete_everything",
    "delete",
    "everything",
    "feed",
    "hear_again",
    "how_to",
    "one_of_everything",
    "pause",
    "resume",
    "save",
    "saved",
    "studies",
    "table",
    "work",
]
