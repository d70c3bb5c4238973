"""Why a file is not read: for programs. `refusals` has the sentences; here is nothing that asks for Django."""

from enum import StrEnum


class Why(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_LONG_A_TEXT = "too_long_a_text"
    UNKNOWN_KIND = "unknown_kind"
    NOT_TEXT = "not_text"
    OLD_WORD = "old_word"
    MACROS = "macros"
    OTHER_OFFICE = "other_office"
    LOCKED = "locked"
    DAMAGED = "damaged"
    BOMB = "bomb"
    SCAN = "scan"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MUCH_TEXT = "too_much_text"
    GIANT_PAGE = "giant_page"
    TOO_COSTLY = "too_costly"


class Refused(Exception):
    """Within the room; whoever asked for the paper gets Unreadable instead, with its sentence."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
