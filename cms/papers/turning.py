"""From a page's own coordinates to those of whoever holds it to read."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, kw_only=True)
class Turned:
    """From the page's own coordinates to points from the upper left corner, as a reader sees it."""

    turn: int
    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> Turned:
        left, bottom, right, top = page.get_cropbox()
        return cls(turn=page.get_rotation(), left=left, bottom=bottom, right=right, top=top)

    @property
    def width(self) -> float:
        return self.right - self.left if self.turn in (0, 180) else self.top - self.bottom

    @property
    def height(self) -> float:
        return self.top - self.bottom if self.turn in (0, 180) else self.right - self.left

    def point(self, x: float, y: float) -> tuple[float, float]:
        return {
            0: (x - self.left, self.top - y),
            90: (y - self.bottom, x - self.left),
            180: (self.right - x, y - self.bottom),
            270: (self.top - y, self.right - x),
        }[self.turn]

    def vector(self, x: float, y: float) -> tuple[float, float]:
        """A direction, to the right and downwards."""
        return {0: (x, -y), 90: (y, x), 180: (-x, y), 270: (-y, -x)}[self.turn]


def direction(x: float, y: float) -> int:
    """By how many degrees a page is turned so that what runs along this vector of its own runs to the right."""
    if abs(x) >= abs(y):
        return 0 if x >= 0 else 180
    return 90 if y > 0 else 270
