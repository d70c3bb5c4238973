"""How often somebody gets mail from a group, and the digest that comes of it."""

from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction

from members.accounts.models import User
from members.groups import notices, rules
from members.groups.actions.telling import tell
from members.groups.models import DigestRun, Group, Subscription
from members.groups.queries import digest_of
from members.groups.rules import Frequency

KEPT_FOR = timedelta(days=30)


@transaction.atomic
def subscribe(group: Group, *, person: User, frequency: Frequency) -> Subscription:
    """The person's choice for this group; choosing again replaces it."""
    subscription, _is_new = Subscription.objects.update_or_create(
        group=group, person=person, defaults={"frequency": frequency.value}
    )
    return subscription


@transaction.atomic
def make_digest(person: User, *, period_on: date, now: datetime) -> bool:
    """Whether there was something to say. The run and its mail are one transaction: killed, both are made again."""
    last_at = DigestRun.objects.filter(person=person).order_by("-made_at").values_list("made_at", flat=True).first()
    _run, is_new = DigestRun.objects.get_or_create(person=person, period_on=period_on, defaults={"made_at": now})
    if not is_new:
        return False
    DigestRun.objects.filter(person=person, made_at__lt=now - KEPT_FOR).delete()
    since, until = rules.digest_window(now=now, last_at=last_at)
    digest = digest_of(person, since=since, until=until, on=now.date())
    if not digest.groups:
        return False
    return bool(tell([person], about=str(period_on), notice=partial(notices.digest, digest), now=now))
