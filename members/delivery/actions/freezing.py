"""A dispatch comes into being whole: what it says and who gets it, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from members.delivery.models import Delivery, Dispatch, Rendering
from members.delivery.rules import DispatchState, Recipient, Rendered, Stream, distinct, language_for


class NothingToSend(Exception):
    """There is nobody to send to, or nothing to say."""


@transaction.atomic
def enqueue(
    *,
    stream: Stream,
    about: str,
    renderings: Mapping[str, Rendered],
    recipients: Iterable[Recipient],
    now: datetime,
    from_address: str = "",
    reply_to: str = "",
    corrects: Dispatch | None = None,
) -> Dispatch:
    """Freeze one mail for each address, in the reader's language; the worker sends them.

    `renderings` is keyed by language. Whoever stopped the stream is frozen too, and held back and told by the mark.
    """
    people = list(distinct(recipients))
    if not people or not renderings:
        raise NothingToSend(
            _("Nobody would get this mail. Choose who reads it, and write it in one language at least.")
        )
    dispatch = Dispatch(stream=stream, about=about[:200], reply_to=reply_to, corrects=corrects)
    dispatch.from_address = from_address or settings.DEFAULT_FROM_EMAIL
    _freeze(dispatch, renderings, people, now=now)
    return dispatch


def _freeze(
    dispatch: Dispatch, renderings: Mapping[str, Rendered], people: Sequence[Recipient], *, now: datetime
) -> None:
    dispatch.state, dispatch.total, dispatch.frozen_at = DispatchState.SENDING.value, len(people), now
    dispatch.save(force_insert=True)
    Rendering.objects.bulk_create(_rendering(dispatch, language, said) for language, said in renderings.items())
    rows = [_delivery(dispatch, person, language_for(person.language, renderings), now=now) for person in people]
    Delivery.objects.bulk_create(rows, batch_size=500)


def _rendering(dispatch: Dispatch, language: str, said: Rendered) -> Rendering:
    return Rendering(
        dispatch=dispatch, language=language, subject=said.subject, text=said.text, html=said.html, sha256=said.sha256
    )


def _delivery(dispatch: Dispatch, person: Recipient, language: str, *, now: datetime) -> Delivery:
    return Delivery(
        dispatch=dispatch,
        user_id=person.user_id,
        name=person.name,
        address=person.address,
        domain=person.domain,
        language=language,
        due_at=now,
    )
