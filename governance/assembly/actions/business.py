"""What a meeting decides: motions, elections, and who stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.assembly.actions.agenda import drafted
from governance.assembly.actions.refusals import AssemblyRefused, locked, refuse_unless_in
from governance.assembly.actions.tellers import refuse_a_teller
from governance.assembly.models import Assembly, Candidacy, Election, Motion, Seat
from governance.assembly.rules.words import State
from governance.ledger.actions import append
from governance.statutes.rules import MotionKind
from governance.voting.rules.words import State as BallotState
from members.organisations.models import Organisation

WHILE_IT_LASTS = (State.DRAFT, State.CONVENED, State.FROZEN, State.OPEN)


@transaction.atomic
def write_motion(motion: Motion, *, seconders: Iterable[Organisation] = (), now: datetime) -> Motion:
    """A new one gets the next number. After the convocation only the admission of an urgent motion may be written."""
    assembly = _open_to(motion)
    _refuse_once_drafted(motion)
    if motion.pk is None:
        last = assembly.motions.order_by("-number").first()
        motion.number = last.number + 1 if last else 1
    motion.save()
    motion.seconders.set(seconders)
    body = {"motion": motion.key, "kind": motion.kind, "title": motion.title.to_json(), "text": motion.text.to_json()}
    append("motion", body={"assembly": assembly.key, **body}, now=now)
    return motion


@transaction.atomic
def remove_motion(motion: Motion, *, now: datetime) -> None:
    assembly = _open_to(motion)
    _refuse_once_drafted(motion)
    key = motion.key
    motion.delete()
    append("motion removed", body={"assembly": assembly.key, "motion": key}, now=now)


@transaction.atomic
def write_election(election: Election, *, open_seats: int, reserved: Sequence[str] = (), now: datetime) -> Election:
    """`reserved` says in words for whom each further seat is; seats are numbered, the open ones first."""
    assembly = drafted(election.assembly)
    if open_seats + len(reserved) < 1:
        raise AssemblyRefused(_("An election fills at least one seat."))
    election.save()
    election.seats.all().delete()
    for_whom = [*[""] * open_seats, *reserved]
    Seat.objects.bulk_create(
        [Seat(election=election, number=number, reserved_for=words) for number, words in enumerate(for_whom, start=1)]
    )
    body = {"election": election.key, "title": election.title.to_json(), "method": election.method, "seats": for_whom}
    append("election", body={"assembly": assembly.key, **body}, now=now)
    return election


@transaction.atomic
def remove_election(election: Election, *, now: datetime) -> None:
    """With its seats; refused while somebody stands in it."""
    assembly = drafted(election.assembly)
    if election.candidacies.exists():
        raise AssemblyRefused(_("Somebody stands in this election. Remove the candidacies first."))
    key = election.key
    election.seats.all().delete()
    election.delete()
    append("election removed", body={"assembly": assembly.key, "election": key}, now=now)


@transaction.atomic
def write_candidacy(candidacy: Candidacy, *, now: datetime) -> Candidacy:
    """Until the ballot papers are made, and again once these are withdrawn. Consent is recorded apart, by `consent`."""
    _still_open(candidacy.election)
    others = candidacy.election.candidacies.exclude(pk=candidacy.pk)
    if others.filter(person=candidacy.person).exists():
        raise AssemblyRefused(_("%(person)s stands in this election already.") % {"person": candidacy.person.name})
    refuse_a_teller(candidacy.person, assembly=candidacy.election.assembly, now=now)
    candidacy.save()
    body = {"election": candidacy.election.key, "candidate": candidacy.person.name}
    append("candidacy", body={**body, "organisation": candidacy.organisation.key}, now=now)
    return candidacy


@transaction.atomic
def consent(candidacy: Candidacy, *, now: datetime) -> Candidacy:
    """The person has said so. Twice is once."""
    _still_open(candidacy.election)
    if candidacy.consented_at is None:
        candidacy.consented_at = now
        candidacy.save(update_fields=["consented_at"])
        append("consent", body={"election": candidacy.election.key, "candidate": candidacy.person.name}, now=now)
    return candidacy


@transaction.atomic
def remove_candidacy(candidacy: Candidacy, *, now: datetime) -> None:
    _still_open(candidacy.election)
    name, election = candidacy.person.name, candidacy.election.key
    candidacy.delete()
    append("candidacy removed", body={"election": election, "candidate": name}, now=now)


def _open_to(motion: Motion) -> Assembly:
    assembly = locked(motion.assembly)
    if motion.kind != MotionKind.URGENT:
        return drafted(assembly)
    refuse_unless_in(assembly, WHILE_IT_LASTS, _("This assembly is over. Nothing can be put to it any more."))
    return assembly


def _refuse_once_drafted(motion: Motion) -> None:
    if motion.pk is not None and Motion.objects.filter(pk=motion.pk).exclude(ballot=None).exists():
        raise AssemblyRefused(_("The ballot of this motion is prepared. Its words cannot be changed any more."))


def _still_open(election: Election) -> None:
    assembly = locked(election.assembly)
    refuse_unless_in(assembly, WHILE_IT_LASTS, _("This assembly is over. Nobody can stand in it any more."))
    made = Election.objects.filter(pk=election.pk, ballot__isnull=False).exclude(ballot__state=BallotState.WITHDRAWN)
    if made.exists():
        raise AssemblyRefused(_("The ballot papers of this election are made. The candidates cannot change any more."))
