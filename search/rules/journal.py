"""The words of the journal."""

from enum import StrEnum


class What(StrEnum):
    """`WORK`: one study changed, came or went. `EVERYTHING`: something that many of them show."""

    WORK = "work"
    EVERYTHING = "everything"


class State(StrEnum):
    BUILDING = "building"
    LIVE = "live"
    RETIRED = "retired"


class Engine(StrEnum):
    EMBEDDED = "embedded"
    ELASTICSEARCH = "elasticsearch"
