"""Colours as numbers: whether a text can be read on its ground, as WCAG 2.2 counts it (success criteria 1.4.3, 1.4.11).

The definition raises to the power of 2.4, so these figures are floats; nothing is voted or paid with them.
"""

import re
from dataclasses import dataclass

WRITTEN = re.compile(r"#[0-9a-f]{6}")


class NoColour(ValueError):
    """What was written is not a colour of six hexadecimal digits."""


@dataclass(frozen=True, kw_only=True)
class Colour:
    """Red, green and blue, 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def read(cls, written: str) -> "Colour":
        """From `#1a2327`."""
        if not WRITTEN.fullmatch(written):
            raise NoColour(written)
        return cls(red=int(written[1:3], 16), green=int(written[3:5], 16), blue=int(written[5:7], 16))

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 for black to 1 for white."""
        red, green, blue = (linear(part / 255) for part in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @property
    def hue_saturation_lightness(self) -> tuple[float, float, float]:
        """Degrees, per cent and per cent, one decimal each: how Wagtail's admin takes its colours."""
        parts = [part / 255 for part in (self.red, self.green, self.blue)]
        most, least = max(parts), min(parts)
        lightness, spread = (most + least) / 2, most - least
        if not spread:
            return 0.0, 0.0, round(lightness * 100, 1)
        saturation = spread / (1 - abs(2 * lightness - 1))
        return round(hue(parts, most=most, spread=spread), 1), round(saturation * 100, 1), round(lightness * 100, 1)


def linear(part: float) -> float:
    """One channel of sRGB without its gamma."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def hue(parts: list[float], *, most: float, spread: float) -> float:
    """In degrees."""
    red, green, blue = parts
    if most == red:
        return ((green - blue) / spread) % 6 * 60
    if most == green:
        return ((blue - red) / spread + 2) * 60
    return ((red - green) / spread + 4) * 60


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black and white), whichever of the two is the lighter."""
    darker, lighter = sorted((Colour.read(one).luminance, Colour.read(other).luminance))
    return (lighter + 0.05) / (darker + 0.05)
