"""The committee's mails. They are frozen in the transaction of what they tell: both happen, or neither does."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from governance.decisions.models import Decision
from members.accounts.models import User
from members.delivery.actions import enqueue
from members.delivery.rules import HeaderRefused, Recipient, Rendered, Stream


def tell(
    decision: Decision, people: Iterable[User], *, topic: str, renderings: Mapping[str, Rendered], now: datetime
) -> int:
    """One mail to each; `topic` says which kind of notice it is. How many will get it."""
    readers = list(_recipients(people))
    if readers:
        about = f"decision {decision.key} {topic}"
        enqueue(stream=Stream.STATUTORY, about=about, renderings=renderings, recipients=readers, now=now)
    return len(readers)


def _recipients(people: Iterable[User]) -> Iterator[Recipient]:
    """An address that no relay takes keeps nobody else from being told."""
    for person in people:
        try:
            yield Recipient(address=person.email, language=person.language, user_id=person.pk, name=person.name)
        except HeaderRefused:
            continue
