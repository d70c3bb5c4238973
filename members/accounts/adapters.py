"""How allauth behaves in this house."""

from itertools import count
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from members.accounts.models import User


class InvitedPeopleOnly(DefaultAccountAdapter):
    """Nobody makes an account for themselves: one is invited. Mails are in the language of who reads them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        named = {**context, "network": settings.WAGTAIL_SITE_NAME, "address": settings.SITE_ADDRESS}
        with translation.override(language_of(email)):
            super().send_mail(template_prefix, email, named)


class SecondFactor(DefaultMFAAdapter):
    def build_totp_svg(self, url: str) -> str:
        """On white whatever the theme, since cameras read dark on light; as an element that stands in the page."""
        drawn = str(super().build_totp_svg(url))
        opening, rest = drawn[drawn.index("<svg") :].split(">", 1)
        return f'{opening}><rect width="100%" height="100%" fill="#fff"/>{rest}'

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """How a new passkey is called before its owner says otherwise: as no other of theirs is."""
        owned = Authenticator.objects.filter(user_id=user.pk, type=type).values_list("data", flat=True)
        taken = {data.get("name") for data in owned}
        numbered = (_("Passkey %(number)s") % {"number": number} for number in count(len(owned) + 1))
        return next(name for name in numbered if name not in taken) if owned else _("Passkey")


def language_of(email: str) -> str:
    """The language that the person with this address chose; the page's own for an address that nobody has."""
    chosen = User.objects.filter(email__iexact=email).values_list("language", flat=True).first()
    return chosen or translation.get_language() or settings.LANGUAGE_CODE
