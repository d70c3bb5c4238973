"""Mails about roles in an organisation."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from members.accounts.models import User
from members.organisations.models import ContactOffer


def send_offer(offer: ContactOffer, *, to: User) -> None:
    """To somebody who has an account: where to accept. A mail names no organisation at risk."""
    with translation.override(to.language):
        context = {
            "offer": offer,
            "person": to,
            "network": settings.WAGTAIL_SITE_NAME,
            "link": settings.SITE_ADDRESS + reverse("organisations:offers"),
        }
        text = render_to_string("organisations/email/offer.txt", context)
        mail = EmailMultiAlternatives(
            subject=_("A role is offered to you at %(network)s") % context, body=text, to=[to.email]
        )
        mail.attach_alternative(render_to_string("organisations/email/offer.html", context), "text/html")
        mail.send()
