"""The journal itself: its numbers, its calendar, and what of it nobody needs any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Min, Q

from members.organisations.models import Contact, MembershipTerm
from search.actions.journal import note
from search.models import IndexVersion, JournalEntry, JournalHead
from search.rules.journal import State, What
from search.rules.kinds import Source, id_of

BATCH = 500


def number_entries() -> int:
    """Gives what was committed since the next numbers, and answers how many.

    Of entries that say the same the latest stays: whoever is behind both needs only that one, because a document is
    told as it is now. So the journal never holds more than the site has things to find.
    """
    if not JournalEntry.objects.unnumbered().exists():
        return 0
    with transaction.atomic():
        head = JournalHead.locked()
        written = list(JournalEntry.objects.unnumbered())
        latest = list({(entry.what, entry.which): entry for entry in written}.values())
        for number, entry in enumerate(latest, head.last + 1):
            entry.sequence = number
        forget_repeated(written, latest)
        JournalEntry.objects.bulk_update(latest, ["sequence"], batch_size=BATCH)
        head.last += len(latest)
        head.save(update_fields=["last"])
    return len(latest)


def forget_repeated(written: Sequence[JournalEntry], latest: Sequence[JournalEntry]) -> None:
    kept = {entry.pk for entry in latest}
    again = [entry.pk for entry in written if entry.pk not in kept]
    for start in range(0, len(again), BATCH):
        JournalEntry.objects.filter(pk__in=again[start : start + BATCH]).delete()
    for start in range(0, len(latest), BATCH):
        several = latest[start : start + BATCH]
        JournalEntry.objects.exclude(sequence=None).filter(says_the_same(several)).delete()


def says_the_same(several: Sequence[JournalEntry]) -> Q:
    """Two entries of different words may name rows of the same number."""
    found = Q(pk__in=[])
    for what in {entry.what for entry in several}:
        found |= Q(what=what, which__in=[entry.which for entry in several if entry.what == what])
    return found


def forget_told(engines: Iterable[str]) -> int:
    """Removes what every index of these engines has been told, also those that are being built beside the live one."""
    needed = IndexVersion.objects.filter(engine__in=list(engines)).exclude(state=State.RETIRED)
    reached = needed.aggregate(least=Min("sequence"))["least"]
    if reached is None:
        return 0
    return JournalEntry.objects.filter(sequence__lte=reached).delete()[0]


@transaction.atomic
def turn_days(*, on: date) -> int:
    """Notes whose membership or role began or ended with the days since this was asked last; how many entries.

    Nothing is saved on such a day, so no receiver hears of it.
    """
    last = JournalHead.objects.filter(pk=1).values_list("day", flat=True).first()
    if last is not None and last >= on:
        return 0
    head = JournalHead.locked()
    turned = Q(from_on__gt=head.day or on, from_on__lte=on) | Q(until_on__gt=head.day or on, until_on__lte=on)
    organisations = MembershipTerm.objects.filter(turned).values_list("organisation", flat=True).distinct()
    people = Contact.objects.filter(turned).values_list("user", flat=True).distinct()
    noted = [note(What.ORGANISATION, pk) for pk in organisations]
    noted += [note(What.WORK, id_of(Source.PERSON, pk)) for pk in people]
    head.day = on
    head.save(update_fields=["day"])
    return len(noted)
