"""A reader stops a stream: one press, no questions (RFC 8058)."""

from datetime import datetime

from django.db import transaction

from members.delivery.models import Delivery, Suppression
from members.delivery.rules import Stream


@transaction.atomic
def stop_stream(delivery: Delivery, *, now: datetime) -> Suppression | None:
    """For the address and the stream of this mail. Pressed twice, it is one suppression; None for account mail."""
    stream = Stream(delivery.dispatch.stream)
    if not stream.may_be_stopped:
        return None
    suppression, _is_new = Suppression.objects.get_or_create(
        address=delivery.address.lower(), stream=stream, defaults={"reason": "The reader stopped it.", "since_at": now}
    )
    return suppression


def allow_again(suppression: Suppression) -> None:
    """A person takes a suppression back: the address is right again, or its reader wants these mails after all."""
    suppression.delete()
