"""A paper and its fields side by side: what stands on the left of each row, and what on the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from cms.admin.imports.forms import ReviewForm

Piece = tuple[str, bool]
# Each row: where its lines went, what it is called, and which fields of the page it has.
ROWS: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("title", _("Title"), ("title",)),
    ("organisation", _("Organisation"), ("organisation_name",)),
    ("summary", _("Summary"), ("summary",)),
    ("objective", _("Objective"), ("objective",)),
    ("timeline", _("Timeline"), ("begins", "ends", "ongoing")),
    ("process", _("Process"), ("phase",)),
    ("result", _("Result"), ("result",)),
    ("impact", _("Impact"), ("impact",)),
    ("challenges", _("Challenges"), ("challenge",)),
    ("recommendations", _("Recommendations for next steps"), ("recommendation",)),
    ("contacts", _("Contact"), ("contacts",)),
    ("unplaced", _("Unplaced"), ("unplaced",)),
)
LEFT_OUT = "furniture"
NAMES = {"phase": "process", "challenge": "challenges", "recommendation": "recommendations"}


@dataclass(frozen=True, kw_only=True)
class Row:
    """`lines`: of the paper, each in pieces that look like personal data or do not. `groups`: the fields, by part.

    `changed`: the page's field that an editor changed since the last import, empty for none.
    """

    name: str
    label: Any
    lines: list[list[Piece]]
    groups: list[list[BoundField]]
    changed: str = ""


def rows(form: ReviewForm, *, lines: list[dict[str, Any]], personal: list[str], changed: set[str]) -> Iterator[Row]:
    for place, label, names in ROWS:
        found = [marked(line["text"], personal) for line in lines if place_of(line) == place]
        groups = [group for name in names for group in groups_of(form, name)]
        if names[0] not in NAMES:
            groups = [[field for group in groups for field in group]]
        edited = next((field for name in names if (field := NAMES.get(name, name)) in changed), "")
        yield Row(name=place, label=label, lines=found, groups=groups, changed=edited)


def place_of(line: dict[str, Any]) -> str:
    """A section that is not the series' own, and what went nowhere, are unplaced."""
    return "unplaced" if line["place"] in ("", "other") else str(line["place"])


def groups_of(form: ReviewForm, name: str) -> Iterator[list[BoundField]]:
    if name not in NAMES:
        yield [form[name]]
        return
    for number in range(form.counts[name]):
        yield [form[field] for field in form.fields if field.startswith(f"{name}-{number}-")]


def left_out(lines: list[dict[str, Any]]) -> list[str]:
    """Running heads, footers and page numbers, each once."""
    return list(dict.fromkeys(line["text"] for line in lines if line["place"] == LEFT_OUT))


def marked(text: str, personal: list[str]) -> list[Piece]:
    """The text, cut around what looks like personal data."""
    for datum in sorted(personal, key=len, reverse=True):
        before, found, after = text.partition(datum)
        if found:
            return [*marked(before, personal), (found, True), *marked(after, personal)]
    return [(text, False)] if text else []
