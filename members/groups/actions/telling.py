"""A mail to people of a group. It is frozen in the transaction of what it tells: both happen, or neither."""

from collections.abc import Callable, Iterable
from datetime import datetime

from cms.languages import LANGUAGES
from members.accounts.models import User
from members.delivery.actions import enqueue
from members.delivery.rules import HeaderRefused, Recipient, Rendered, Stream

Notice = Callable[[str], Rendered]


def tell(people: Iterable[User], *, about: str, notice: Notice, now: datetime) -> int:
    """To how many: each in their language, as `notice` says it in that language."""
    recipients = [reader for reader in map(_recipient, people) if reader is not None]
    if recipients:
        wanted = {reader.language for reader in recipients}
        said = {language: notice(language) for language in LANGUAGES if language in wanted}
        enqueue(stream=Stream.GROUP, about=about, renderings=said, recipients=recipients, now=now)
    return len(recipients)


def _recipient(person: User) -> Recipient | None:
    language = person.language if person.language in LANGUAGES else "en"
    try:
        return Recipient(address=person.email, language=language, user_id=person.pk, name=person.get_short_name())
    except HeaderRefused:
        # One unusable address must not hold back what somebody wrote, nor everybody else's mail.
        return None
