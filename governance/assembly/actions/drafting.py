"""Ballots made ready before they are opened."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from cms.languages import TranslatedText
from governance.assembly.actions.refusals import AssemblyRefused, locked
from governance.assembly.models import Assembly, Candidacy, Election, Motion
from governance.statutes.rules import MotionKind
from governance.voting.actions import Wording, draft_election, draft_motion, repeat_ballot
from governance.voting.models import Ballot
from governance.voting.queries.ballots import free_slot
from governance.voting.rules.words import Kind, State


@transaction.atomic
def draft(subject: Motion | Election) -> Ballot:
    """The one ballot of a motion or election, not open yet: holders can be told and, for an election, papers drawn.

    After one that was withdrawn the next: of a motion with what proxies were told, of an election with who stands now.
    """
    assembly = locked(subject.assembly)
    subject.refresh_from_db(fields=["ballot"])
    if subject.ballot is not None and subject.ballot.state != State.WITHDRAWN:
        return subject.ballot
    if assembly.electorate is None:
        raise AssemblyRefused(_("The roll is not frozen yet."))
    if isinstance(subject, Motion):
        subject.ballot = _motion_ballot(subject, assembly)
    else:
        subject.ballot = _election_ballot(subject, assembly)
    subject.save(update_fields=["ballot"])
    return subject.ballot


def _motion_ballot(motion: Motion, assembly: Assembly) -> Ballot:
    assert assembly.electorate is not None
    if motion.ballot is not None:
        return repeat_ballot(motion.ballot)
    wording = Wording(question=motion.title, text=motion.text)
    return draft_motion(assembly.electorate, wording=wording, motion=MotionKind(motion.kind), book=assembly.book)


def _election_ballot(election: Election, assembly: Assembly) -> Ballot:
    assert assembly.electorate is not None
    slot = free_slot(assembly.series) if assembly.series else None
    if slot is None:
        raise AssemblyRefused(_("No ballot papers were prepared for this election."))
    _refuse_who_may_not_stand(election)
    consented = election.candidacies.exclude(consented_at=None).select_related("person")
    candidacies = list(consented.order_by("person__name", "pk"))
    ballot = draft_election(
        assembly.electorate,
        wording=Wording(question=election.title),
        kind=Kind(election.method),
        seats=election.seats.count(),
        candidates=[_name(candidacy) for candidacy in candidacies],
        book=assembly.book,
        slot=slot,
    )
    for number, candidacy in enumerate(candidacies, start=1):
        candidacy.option = number
    Candidacy.objects.bulk_update(candidacies, ["option"])
    return ballot


def _refuse_who_may_not_stand(election: Election) -> None:
    """The frozen roll says whose organisation may not stand; somebody who did not consent is on no paper anyway."""
    barred = election.assembly.roll.filter(may_stand=False).values("organisation")
    names = election.candidacies.exclude(consented_at=None).filter(organisation__in=barred)
    found = ", ".join(names.order_by("person__name").values_list("person__name", flat=True))
    if found:
        message = _("The organisation of %(names)s may not propose candidates. Remove these candidacies first.")
        raise AssemblyRefused(message % {"names": found})


def _name(candidacy: Candidacy) -> TranslatedText:
    return TranslatedText(texts={"en": candidacy.person.name})
