"""The words of the journal."""

from enum import StrEnum


class What(StrEnum):
    """`WORK`: one document changed, came or went; `which` is its id.

    The others concern several: the studies (their labels), the pages of the tree (who may see them), all that belongs
    to one working group, one assembly or one organisation (`which` is its row), or everything.
    """

    WORK = "work"
    STUDIES = "studies"
    PAGES = "pages"
    GROUP = "group"
    ASSEMBLY = "assembly"
    ORGANISATION = "organisation"
    EVERYTHING = "everything"


class State(StrEnum):
    BUILDING = "building"
    LIVE = "live"
    RETIRED = "retired"


class Engine(StrEnum):
    EMBEDDED = "embedded"
    ELASTICSEARCH = "elasticsearch"
