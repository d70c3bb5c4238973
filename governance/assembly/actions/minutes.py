"""After the meeting: minutes, objections to them, challenges, and the end."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cms.languages import TranslatedText
from governance.assembly.actions.refusals import locked, refuse_unless_ready
from governance.assembly.models import Assembly, Minutes
from governance.assembly.rules.words import State
from governance.ledger.actions import append
from governance.voting.actions import make_final as make_ballot_final
from governance.voting.models import Ballot
from governance.voting.rules.words import State as BallotState


@transaction.atomic
def minute(assembly: Assembly, *, text: TranslatedText, now: datetime) -> Minutes:
    """The minutes, for members to read and object to; what happened stands in the ledger, and they cannot change it."""
    assembly = locked(assembly)
    refuse_unless_ready(assembly, to=State.MINUTED, now=now)
    assembly.save(update_fields=["state"])
    append("minuted", body={"assembly": assembly.key, "text": text.to_json()}, now=now)
    return Minutes.objects.create(assembly=assembly, text=text, drafted_at=now)


@transaction.atomic
def make_final(assembly: Assembly, *, now: datetime) -> Assembly:
    """Nobody objects any more: the minutes are adopted, and the results are final."""
    assembly = locked(assembly)
    refuse_unless_ready(assembly, to=State.FINAL, now=now)
    for ballot in Ballot.objects.filter(electorate=assembly.electorate_id, state=BallotState.SIGNED).order_by("pk"):
        make_ballot_final(ballot, now=now)
    assembly.minutes.adopted_at = now
    assembly.minutes.save(update_fields=["adopted_at"])
    assembly.save(update_fields=["state"])
    append("assembly final", body={"assembly": assembly.key}, now=now)
    return assembly
