"""What a meeting will speak about: items in their order, and papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from governance.assembly.actions.refusals import AssemblyRefused, locked, refuse_unless_in
from governance.assembly.models import AgendaItem, Assembly, Candidacy, Paper, Seat
from governance.assembly.rules.words import State
from governance.ledger.actions import append

ASIDE = 10_000
"""Added to numbers while they change places, so that no two are the same in between."""
BEFORE_THE_CLOSE = (State.DRAFT, State.CONVENED, State.FROZEN, State.OPEN)


@transaction.atomic
def write_item(item: AgendaItem, *, now: datetime) -> AgendaItem:
    """A new one goes to the end of the agenda; one that is there gets the title that it has now."""
    assembly = drafted(item.assembly)
    if item.pk is None:
        item.number = assembly.agenda.count() + 1
    item.save()
    body = {"assembly": assembly.key, "number": item.number, "title": item.title.to_json()}
    append("agenda item", body=body, now=now)
    return item


@transaction.atomic
def move_item(item: AgendaItem, *, to: int, now: datetime) -> None:
    """To that place of the agenda, counted from 1; beyond an end is the end."""
    assembly = drafted(item.assembly)
    others = list(assembly.agenda.exclude(pk=item.pk).order_by("number"))
    place = min(max(to, 1), len(others) + 1)
    _number([*others[: place - 1], item, *others[place - 1 :]])
    append("agenda order", body={"assembly": assembly.key, "item": str(item.title), "to": place}, now=now)


@transaction.atomic
def remove_item(item: AgendaItem, *, now: datetime) -> None:
    """With its papers; refused while a motion or an election stands under it."""
    assembly = drafted(item.assembly)
    if item.motions.exists() or item.elections.exists():
        raise AssemblyRefused(_("A motion or an election stands under this item. Remove it first."))
    for paper in item.papers.all():
        _discard(paper)
    item.delete()
    _number(list(assembly.agenda.order_by("number")))
    append("agenda item removed", body={"assembly": assembly.key, "title": item.title.to_json()}, now=now)


@transaction.atomic
def add_paper(paper: Paper, *, now: datetime) -> Paper:
    """What members read before they decide; until the meeting closes."""
    assembly = locked(paper.item.assembly)
    refuse_unless_in(assembly, BEFORE_THE_CLOSE, _("This assembly is over. No paper can be added to it."))
    last = paper.item.papers.order_by("-number").first()
    paper.number = last.number + 1 if last else 1
    paper.save()
    body = {"item": paper.item.number, "title": paper.title.to_json(), "file": paper.file.name}
    append("paper", body={"assembly": assembly.key, **body}, now=now)
    return paper


@transaction.atomic
def remove_paper(paper: Paper, *, now: datetime) -> None:
    assembly = drafted(paper.item.assembly)
    _discard(paper)
    append("paper removed", body={"assembly": assembly.key, "title": paper.title.to_json()}, now=now)


@transaction.atomic
def delete_draft(assembly: Assembly, *, now: datetime) -> None:
    """With all that was written for it. Nobody was told of it yet."""
    assembly = drafted(assembly)
    Candidacy.objects.filter(election__assembly=assembly).delete()
    Seat.objects.filter(election__assembly=assembly).delete()
    assembly.elections.all().delete()
    assembly.motions.all().delete()
    for paper in Paper.objects.filter(item__assembly=assembly):
        _discard(paper)
    assembly.agenda.all().delete()
    key = assembly.key
    assembly.delete()
    append("draft deleted", body={"assembly": key}, now=now)


def drafted(assembly: Assembly) -> Assembly:
    """Locked; AssemblyRefused once its members were told of it."""
    assembly = locked(assembly)
    message = _("Members were told of this assembly. What they were told cannot be changed any more.")
    refuse_unless_in(assembly, (State.DRAFT,), message)
    return assembly


def _number(items: Sequence[AgendaItem]) -> None:
    for number, item in enumerate(items, start=1):
        item.number = ASIDE + number
    AgendaItem.objects.bulk_update(items, ["number"])
    for item in items:
        item.number -= ASIDE
    AgendaItem.objects.bulk_update(items, ["number"])


def _discard(paper: Paper) -> None:
    """The row now, the file once that is certain."""
    if paper.file:
        transaction.on_commit(partial(paper.file.storage.delete, str(paper.file.name)))
    paper.delete()
