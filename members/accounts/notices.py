"""Mails about accounts. They leave through Django's mail, which members.delivery turns into rows of its ledger."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from members.accounts.models import Invitation


def send_invitation(invitation: Invitation, *, token: str, by_whom: str) -> None:
    """In the language of the person invited; the token is in the mail, which the ledger forgets when it has left."""
    with translation.override(invitation.language):
        context = {
            "invitation": invitation,
            "by_whom": by_whom,
            "network": settings.WAGTAIL_SITE_NAME,
            "link": settings.SITE_ADDRESS + reverse("accounts:accept", args=[token]),
        }
        text = render_to_string("accounts/email/invitation.txt", context)
        subject = _("Your account at %(network)s") % context
        mail = EmailMultiAlternatives(subject=subject, body=text, to=[invitation.email])
        mail.attach_alternative(render_to_string("accounts/email/invitation.html", context), "text/html")
        mail.send()
