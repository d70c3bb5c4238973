"""The frozen parts of a dispatch and one reader, put together."""

from dataclasses import dataclass, field
from urllib.parse import urljoin
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from members.delivery.actions.relay_options import relay_options
from members.delivery.models import Delivery, Rendering
from members.delivery.queries import stop_keys
from members.delivery.rules import Letter, Stream, return_path, signed_token


@dataclass(kw_only=True)
class Desk:
    """What may still leave is never rewritten, so a sender keeps the renderings that it is working through."""

    renderings: dict[tuple[int, str], Rendering] = field(default_factory=dict)

    def letter_of(self, delivery: Delivery) -> Letter:
        said = self._rendering(delivery)
        dispatch = delivery.dispatch
        assert dispatch.frozen_at is not None
        return Letter(
            uid=delivery.uid,
            from_address=dispatch.from_address,
            to_address=delivery.address,
            to_name=delivery.name,
            subject=said.subject,
            text=said.text,
            html=said.html,
            language=delivery.language,
            dated_at=dispatch.frozen_at,
            reply_to=dispatch.reply_to,
            stop_address=stop_address(delivery) if Stream(dispatch.stream).may_be_stopped else "",
            return_path=return_path(delivery.uid, domain=domain) if (domain := relay_options().bounces) else "",
            corrects=corrected_uid(delivery),
        )

    def _rendering(self, delivery: Delivery) -> Rendering:
        key = (delivery.dispatch_id, delivery.language)
        if key not in self.renderings:
            self.renderings[key] = Rendering.objects.get(dispatch_id=key[0], language=key[1])
        return self.renderings[key]


def corrected_uid(delivery: Delivery) -> UUID | None:
    """Of the mail to the same address that this one corrects."""
    if delivery.dispatch.corrects_id is None:
        return None
    earlier = Delivery.objects.filter(dispatch=delivery.dispatch.corrects_id, address__iexact=delivery.address)
    return earlier.values_list("uid", flat=True).first()


def stop_address(delivery: Delivery) -> str:
    """Where one POST stops this stream for this reader, without signing in."""
    token = signed_token(delivery.pk, keys=stop_keys())
    with translation.override(delivery.language):
        return urljoin(settings.SITE_ADDRESS, reverse("delivery:stop", kwargs={"token": token}))
