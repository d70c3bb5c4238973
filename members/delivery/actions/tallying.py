"""Progress is a sum, never a count over the deliveries; each sender writes rows of its own."""

from django.db.models import F

from members.delivery.models import Tally
from members.delivery.rules import DeliveryState


def add_to_tally(dispatch_id: int, *, sender: int, state: DeliveryState, n: int = 1) -> None:
    row = Tally.objects.filter(dispatch_id=dispatch_id, sender=sender, state=state)
    if row.update(n=F("n") + n):
        return
    Tally.objects.get_or_create(dispatch_id=dispatch_id, sender=sender, state=state)
    row.update(n=F("n") + n)
