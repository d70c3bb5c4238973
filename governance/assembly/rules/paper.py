"""Reading a ranking off a paper: numbers written beside names."""

from collections.abc import Mapping
from enum import StrEnum

LONGEST_MARK = 4
"""Digits. Python refuses to read a number of thousands of them, and no paper has so many names."""


class Spoilt(StrEnum):
    """What is wrong with the numbers on a paper."""

    NOT_A_NUMBER = "not_a_number"
    TWICE = "twice"
    GAP = "gap"


class PaperSpoilt(ValueError):
    """`.what` says what is wrong, `.option` beside which option it stands (0: none in particular)."""

    def __init__(self, what: Spoilt, *, option: int = 0) -> None:
        super().__init__(what)
        self.what = what
        self.option = option


def ranking(marks: Mapping[int, str]) -> list[list[int]]:
    """From what was written beside each option (by its number) to groups by preference; no marks is a blank paper."""
    places: dict[int, int] = {}
    for option, mark in marks.items():
        if not mark.strip():
            continue
        place = _number(mark.strip(), option=option, most=len(marks))
        if place in places:
            raise PaperSpoilt(Spoilt.TWICE, option=option)
        places[place] = option
    if sorted(places) != list(range(1, len(places) + 1)):
        raise PaperSpoilt(Spoilt.GAP)
    return [[places[place]] for place in sorted(places)]


def _number(mark: str, *, option: int, most: int) -> int:
    is_number = mark.isascii() and mark.isdigit() and len(mark) <= LONGEST_MARK
    if not (is_number and 1 <= int(mark) <= most):
        raise PaperSpoilt(Spoilt.NOT_A_NUMBER, option=option)
    return int(mark)
