"""What is offered while typing, with what it is and where it leads."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.queries.choices import NAMES
from search.rules.addresses import address_of
from search.rules.questions import Completion, Query


def offered(found: Iterable[Completion]) -> list[dict[str, str]]:
    """Each with `name`, what it is, for people, and `href`, where it leads: a study, its organisation's, a filter's.

    One thing that is called alike in two languages is offered once, in the reader's own: the engine puts that first.
    """
    once: dict[tuple[str, str], Completion] = {}
    for item in found:
        once.setdefault((item.kind, item.label if item.kind == "credit" else item.value), item)
    return [{**vars(item), "name": name_of(item), "href": address_for(item)} for item in once.values()]


def said_of(number: int) -> str:
    """For who does not see the list come."""
    if not number:
        return ""
    said = ngettext(
        "%(n)s suggestion. The arrow keys lead to it.", "%(n)s suggestions. The arrow keys lead to them.", number
    )
    return said % {"n": number}


def name_of(item: Completion) -> str:
    if item.kind == "title":
        return _("Study")
    return str(NAMES[item.kind]) if item.kind in NAMES else _("Organisation")


def address_for(item: Completion) -> str:
    if item.kind == "title":
        return reverse("search:work", args=[item.value])
    if item.kind in NAMES:
        return reverse("search:studies") + address_of(Query(filters={item.kind: (item.value,)}))
    return reverse("search:studies") + address_of(Query(text=f'"{item.label}"'))
