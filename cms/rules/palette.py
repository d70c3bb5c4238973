"""The colours of a network: one list for light screens, one for dark ones, and what must be readable on what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cms.rules.colour import Colour, contrast

Colours = Mapping[str, str]

TEXT, SHAPE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


class Scheme(StrEnum):
    LIGHT = "light"
    DARK = "dark"


GROUNDS = ("paper", "raised", "sunk")
WRITTEN = ("ink", "soft", "f1", "f2", "f3", "f4", "ok", "bad")
FILLS = ("f1-fill", "f2-fill", "f3-fill", "f4-fill")
# `rule` only separates and `band` is a ground of its own, under the ink of dark screens.
ROLES = (*GROUNDS, "band", *WRITTEN, "edge", "rule", *FILLS)

# As static/css/plenary.css has them.
HOUSE: Mapping[Scheme, Colours] = {
    Scheme.LIGHT: {
        "paper": "#faf6ef",
        "raised": "#fffdfa",
        "sunk": "#f1eade",
        "band": "#1a2327",
        "ink": "#1a2327",
        "soft": "#525b5e",
        "f1": "#b23a12",
        "f2": "#7e5500",
        "f3": "#0b5f6c",
        "f4": "#83306a",
        "ok": "#1f6a3f",
        "bad": "#a3122f",
        "edge": "#827a6d",
        "rule": "#dcd3c5",
        "f1-fill": "#cb4417",
        "f2-fill": "#f0b23a",
        "f3-fill": "#12757f",
        "f4-fill": "#8e3573",
    },
    Scheme.DARK: {
        "paper": "#14191b",
        "raised": "#1d2427",
        "sunk": "#0e1214",
        "band": "#232c30",
        "ink": "#f3ede2",
        "soft": "#b8b5ac",
        "f1": "#ff9673",
        "f2": "#f0b84a",
        "f3": "#6cc5cf",
        "f4": "#e79ccb",
        "ok": "#7fcc9a",
        "bad": "#ff919e",
        "edge": "#868b89",
        "rule": "#394246",
        "f1-fill": "#f0764a",
        "f2-fill": "#f0b23a",
        "f3-fill": "#4fb3bf",
        "f4-fill": "#d67fb8",
    },
}


@dataclass(frozen=True, kw_only=True)
class Weakness:
    """Two colours that stand on each other and are too near. `ratio` is theirs, `needed` the least."""

    scheme: Scheme
    over: str
    under: str
    ratio: float
    needed: float


@dataclass(frozen=True, kw_only=True)
class Palette:
    """Both lists, every role in each."""

    light: Colours
    dark: Colours

    @classmethod
    def read(cls, given: Mapping[str, Colours]) -> "Palette":
        """From `{"light": {role: "#rrggbb"}, "dark": {…}}`; a role that is left out is the house's."""
        light, dark = ({**HOUSE[scheme], **given.get(scheme.value, {})} for scheme in Scheme)
        return cls(light=light, dark=dark)

    def colours(self, scheme: Scheme) -> Colours:
        return self.light if scheme is Scheme.LIGHT else self.dark

    @property
    def light_fills(self) -> tuple[str, ...]:
        """Of the four facets, in their order: a template cannot say `f1-fill`."""
        return tuple(self.light[role] for role in FILLS)

    @property
    def dark_fills(self) -> tuple[str, ...]:
        return tuple(self.dark[role] for role in FILLS)

    def weaknesses(self) -> list[Weakness]:
        """Empty when everything can be read. Fills need no check: each is drawn with an edge in its text's colour."""
        pairs = [*self._on_paper(), *self._on_bands()]
        return [pair for pair in pairs if pair.ratio < pair.needed]

    def _on_paper(self) -> Iterator[Weakness]:
        for scheme in Scheme:
            colours = self.colours(scheme)
            for ground in GROUNDS:
                for role in WRITTEN:
                    yield weighed(scheme, colours, over=role, under=ground, needed=TEXT)
                yield weighed(scheme, colours, over="edge", under=ground, needed=SHAPE)

    def _on_bands(self) -> Iterator[Weakness]:
        """Headers and footers are dark on light screens too, and written in the ink of dark ones."""
        for scheme in Scheme:
            colours = {**self.dark, "band": self.colours(scheme)["band"]}
            for role in ("ink", "soft"):
                yield weighed(scheme, colours, over=role, under="band", needed=TEXT)


def weighed(scheme: Scheme, colours: Colours, *, over: str, under: str, needed: float) -> Weakness:
    ratio = contrast(colours[over], colours[under])
    return Weakness(scheme=scheme, over=over, under=under, ratio=ratio, needed=needed)


def listed(colours: Colours, *, prefix: str) -> str:
    """As custom properties: `--paper:#faf6ef;…`."""
    return "".join(f"--{prefix}{role}:{colours[role]};" for role in ROLES)


def colour_sheet(palette: Palette) -> str:
    """The rules that change the colours of plenary.css, which reads dark ones from `--d-…` on dark screens."""
    light, dark = listed(palette.light, prefix=""), listed(palette.dark, prefix="d-")
    return f"@layer tokens{{:root{{{dark}}}@media not (prefers-color-scheme:dark){{:root{{{light}}}}}}}\n"


def admin_sheet(palette: Palette) -> str:
    """The same for Wagtail's admin: primary is the band, secondary the third facet, focus the first."""
    named = {"primary": palette.light["band"], "secondary": palette.light["f3"]}
    rules = [
        f"--w-color-{name}-{part}:{value:g}{unit};"
        for name, written in named.items()
        for part, value, unit in zip(
            ("hue", "saturation", "lightness"),
            Colour.read(written).hue_saturation_lightness,
            ("", "%", "%"),
            strict=True,
        )
    ]
    links = (
        f"--w-color-text-link-default:{palette.dark['f3']};--w-color-text-button-outline-default:{palette.dark['f3']}"
    )
    return (
        f":root{{{''.join(rules)}--w-color-focus:{palette.light['f1-fill']}}}\n"
        f".w-theme-dark{{{links}}}\n@media (prefers-color-scheme:dark){{.w-theme-system{{{links}}}}}\n"
    )
