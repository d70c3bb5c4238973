"""The life of a meeting: convened, roll frozen, open, closed. Its minutes are in `minutes`."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.assembly.actions.refusals import AssemblyRefused, locked, refuse_unless_ready
from governance.assembly.models import Assembly, Delegation, Notice, QuorumReading, RollEntry
from governance.assembly.notices import convocation
from governance.assembly.queries.attendance import counted_for_quorum
from governance.assembly.queries.candidates import dues_rule
from governance.assembly.queries.notices import about, delegates_on
from governance.assembly.rules.quorum import is_quorate
from governance.assembly.rules.words import Part, State
from governance.ledger.actions import append
from governance.statutes.actions import freeze_statutes
from governance.voting.actions import give_mandate, make_electorate, make_series
from governance.voting.rules.slots import slots_for
from members.delivery.actions import enqueue
from members.delivery.rules import Recipient, Stream
from members.organisations.models import Contact, Organisation
from members.organisations.queries import standings
from members.organisations.rules import Right, Role, Standing


@transaction.atomic
def convene(assembly: Assembly, *, now: datetime) -> Assembly:
    """Freezes the statutes that will hold and gives notice to every member and observer, early enough."""
    assembly = locked(assembly)
    refuse_unless_ready(assembly, to=State.CONVENED, now=now)
    assembly.statutes = freeze_statutes(assembly.opens_at.date(), now=now).to_json()
    assembly.convened_at = now
    assembly.save(update_fields=["state", "statutes", "convened_at"])
    notices = _give_notice(assembly, now=now)
    days = (assembly.opens_at.date() - now.date()).days
    append("convened", body={"assembly": assembly.key, "notices": notices, "days": days}, now=now)
    return assembly


@transaction.atomic
def freeze_roll(assembly: Assembly, *, now: datetime) -> Assembly:
    """The roll of the record date, with the reason for each right that is missing, and the delegations of that day."""
    assembly = locked(assembly)
    refuse_unless_ready(assembly, to=State.FROZEN, now=now)
    entries = RollEntry.objects.bulk_create(_roll(assembly))
    electorate = make_electorate(assembly.title.said("en").text)
    for entry in entries:
        if entry.may_vote:
            give_mandate(electorate, to=entry.organisation, units=entry.units)
    assembly.electorate = electorate
    if elections := assembly.elections.count():
        assembly.series = make_series(electorate, slots=slots_for(announced=elections), now=now)
    assembly.save(update_fields=["state", "electorate", "series"])
    Delegation.objects.bulk_create(_delegations(assembly))
    rows = [{"organisation": entry.organisation.key, "vote": int(entry.may_vote)} for entry in entries]
    append("roll", body={"assembly": assembly.key, "roll": rows}, now=now)
    return assembly


@transaction.atomic
def open_assembly(assembly: Assembly, *, now: datetime) -> Assembly:
    assembly = locked(assembly)
    refuse_unless_ready(assembly, to=State.OPEN, now=now)
    assembly.save(update_fields=["state"])
    append("assembly opened", body={"assembly": assembly.key}, now=now)
    return assembly


@transaction.atomic
def close_assembly(assembly: Assembly, *, now: datetime) -> Assembly:
    assembly = locked(assembly)
    refuse_unless_ready(assembly, to=State.CLOSED, now=now)
    assembly.save(update_fields=["state"])
    assembly.presences.now_there().update(until_at=now)
    append("assembly closed", body={"assembly": assembly.key}, now=now)
    return assembly


@transaction.atomic
def read_quorum(assembly: Assembly, *, now: datetime) -> QuorumReading:
    """Who takes part at this moment, written down."""
    assembly = locked(assembly)
    if not assembly.is_open:
        raise AssemblyRefused(_("The quorum is read while the assembly is open."))
    counted = counted_for_quorum(assembly)
    return QuorumReading.objects.create(
        assembly=assembly,
        at=now,
        present=counted.present,
        represented=counted.represented,
        base=counted.entitled,
        met=is_quorate(counted, share=assembly.book.quorum().share),
    )


def _give_notice(assembly: Assembly, *, now: datetime) -> int:
    """To every delegate of every member and observer; how many organisations have somebody to write to."""
    contacts = delegates_on(now.date())
    people = {contact.user_id: contact.user for contact in contacts}
    called = {contact.organisation_id for contact in contacts}
    Notice.objects.bulk_create(
        [Notice(assembly=assembly, organisation_id=organisation, sent_at=now) for organisation in sorted(called)]
    )
    if people:
        readers = [
            Recipient(address=one.email, language=one.language, user_id=one.pk, name=one.name)
            for one in people.values()
        ]
        renderings = convocation(assembly)
        enqueue(stream=Stream.STATUTORY, about=about(assembly), renderings=renderings, recipients=readers, now=now)
    return len(called)


def _roll(assembly: Assembly) -> list[RollEntry]:
    members = list(Organisation.objects.members_on(assembly.record_on).order_by("name"))
    found = standings(members, on=assembly.record_on, rule=dues_rule(assembly.book))
    return [_entry(assembly, member, standing=found[member.pk]) for member in members]


def _entry(assembly: Assembly, organisation: Organisation, *, standing: Standing) -> RollEntry:
    reasons = {str(right): [str(reason) for reason in why] for right, why in standing.reasons.items() if why}
    return RollEntry(
        assembly=assembly,
        organisation=organisation,
        may_vote=standing.may(Right.VOTE),
        may_propose=standing.may(Right.PROPOSE),
        may_stand=standing.may(Right.STAND),
        reasons=reasons,
    )


def _delegations(assembly: Assembly) -> list[Delegation]:
    """Heads from the primary contacts of the record date, delegates from its delegates."""
    contacts = (
        Contact.objects.on(assembly.record_on).delegates().filter(organisation__in=assembly.roll.values("organisation"))
    )
    parts: dict[tuple[int, int], Part] = {}
    for contact in contacts.order_by("pk"):
        place = (contact.organisation_id, contact.user_id)
        parts[place] = Part.HEAD if contact.role == Role.PRIMARY else parts.get(place, Part.DELEGATE)
    return [
        Delegation(assembly=assembly, organisation_id=organisation, person_id=person, part=part)
        for (organisation, person), part in parts.items()
    ]
