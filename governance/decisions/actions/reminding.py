"""Those who have not answered are asked once more before the deadline."""

from datetime import datetime

from django.db import transaction

from governance.decisions.actions.settling import locked
from governance.decisions.actions.telling import tell
from governance.decisions.models import Decision
from governance.decisions.notices import reminder
from governance.decisions.queries import is_to_be_reminded_of, people_awaited


@transaction.atomic
def remind(decision: Decision, *, now: datetime) -> int:
    """Once for each decision, however often it is tried; how many were written to."""
    decision = locked(decision)
    if not is_to_be_reminded_of(decision, now=now):
        return 0
    awaited = people_awaited(decision, on=now.date())
    told = tell(decision, awaited, topic="reminder", renderings=reminder(decision), now=now)
    decision.reminded_at = now
    decision.save(update_fields=["reminded_at"])
    return told
