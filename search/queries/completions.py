"""What is offered while typing, with what it is and where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.engines.configured import asked
from search.queries.choices import NAMES
from search.queries.kinds import ONE
from search.rules.addresses import address_of
from search.rules.kinds import kind_of, parts_of_id
from search.rules.questions import Completion, Query

MOST_OFFERED, MOST_ASKED = 8, 30


def offered(found: Iterable[Completion]) -> list[dict[str, str]]:
    """Each with `name`, what it is, for people, and `href`, where it leads: a study, its organisation's, a filter's.

    One thing that is called alike in two languages is offered once, in the reader's own: the engine puts that first.
    """
    once: dict[tuple[str, str], Completion] = {}
    for item in found:
        once.setdefault((item.kind, item.label if item.kind == "credit" else item.value), item)
    return [{**vars(item), "name": name_of(item), "href": address_for(item)} for item in once.values()]


def offered_to_members(prefix: str, *, language: str, audience: Sequence[str]) -> list[dict[str, str]]:
    """At most eight titles of everything that these tokens open; no filters, which are the library's own."""
    found = asked(lambda engine: engine.complete(prefix, language=language, audience=audience, limit=MOST_ASKED))
    once = {(item.kind, item.value): item for item in reversed(found) if item.kind == "title"}
    return [
        {**vars(item), "name": kind_name_of(item), "href": reverse("search:one", args=[item.value])}
        for item in reversed(once.values())
    ][:MOST_OFFERED]


def kind_name_of(item: Completion) -> str:
    source, _key = parts_of_id(item.value)
    return str(ONE[kind_of(source)])


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
