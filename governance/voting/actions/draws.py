"""Secret ballots: slots, and the credentials that are drawn for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from governance.box import actions as box
from governance.ledger.actions import append
from governance.voting.actions.refusals import BallotRefused
from governance.voting.models import Draw, Electorate, Mandate, Series, Slot
from governance.voting.rules.words import State

if TYPE_CHECKING:
    from members.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """Shown once to the voter, then forgotten here; `repr` keeps the credential out of every log."""

    slot: str
    mandate: str
    unit: int
    credential: str = field(repr=False)


@transaction.atomic
def make_series(electorate: Electorate, *, slots: int, now: datetime) -> Series:
    """The next series of an electorate, with its slots ready to be drawn for."""
    number = Electorate.objects.select_for_update().get(pk=electorate.pk).series.count() + 1
    series = Series.objects.create(electorate=electorate, number=number)
    made = [Slot.objects.create(series=series, number=place) for place in range(1, slots + 1)]
    keys = [slot.key for slot in made]
    append("series", body={"electorate": electorate.key, "series": number, "slots": keys}, now=now)
    box.prepare_slots(keys)
    return series


@sensitive_variables("credentials")
@transaction.atomic
def draw(series: Series, *, mandates: Sequence[Mandate], by: User, now: datetime) -> list[Drawn]:
    """One credential for each slot, mandate and unit. All or none.

    The box commits before the roll does. A crash between the two leaves a credential that nobody has: an unused right,
    and no mark on the roll, so that the voter draws again.
    """
    series = Series.objects.select_for_update().get(pk=series.pk)
    items = _drawable(series, mandates=mandates, by=by)
    Draw.objects.bulk_create(
        [Draw(slot=slot, mandate=mandate, unit=unit, drawn_by=by, drawn_at=now) for slot, mandate, unit in items]
    )
    marked = [{"slot": slot.key, "mandate": mandate.key, "unit": unit} for slot, mandate, unit in items]
    append("drawn", body={"items": marked}, now=now)
    credentials = box.issue_credentials([slot.key for slot, _mandate, _unit in items])
    return [
        Drawn(slot=slot.key, mandate=mandate.key, unit=unit, credential=credential)
        for (slot, mandate, unit), credential in zip(items, credentials, strict=True)
    ]


def _drawable(series: Series, *, mandates: Sequence[Mandate], by: User) -> list[tuple[Slot, Mandate, int]]:
    """Of the slots that are not over: whoever comes late has a paper for what is still to come."""
    to_come = Q(ballot=None) | Q(ballot__state__in=(State.DRAFT, State.OPEN))
    slots = list(series.slots.filter(to_come).order_by("number"))
    items = []
    for mandate in Mandate.objects.filter(pk__in=[mandate.pk for mandate in mandates]).order_by("pk"):
        _refuse_unless_held(mandate, series=series, by=by)
        _refuse_if_drawn(mandate, series=series)
        items += [(slot, mandate, unit) for slot in slots for unit in range(1, mandate.units + 1)]
    if not items:
        raise BallotRefused(_("There is nothing to draw."))
    return items


def _refuse_unless_held(mandate: Mandate, *, series: Series, by: User) -> None:
    if mandate.electorate_id != series.electorate_id:
        raise BallotRefused(_("This mandate does not vote in this ballot."))
    if mandate.held_by_id != by.pk:
        raise BallotRefused(_("You do not hold the vote of %(mandate)s.") % {"mandate": mandate})


def _refuse_if_drawn(mandate: Mandate, *, series: Series) -> None:
    if Draw.objects.filter(mandate=mandate, slot__series=series).exists():
        raise BallotRefused(
            _("The ballot paper of %(mandate)s was drawn already. A second cannot be given.") % {"mandate": mandate}
        )
