"""How allauth behaves in this house."""

from io import BytesIO
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from qrcode.image.svg import SvgPathFillImage
from qrcode.main import QRCode

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
        code = QRCode(image_factory=SvgPathFillImage)
        code.add_data(url)
        drawn = BytesIO()
        code.make_image().save(drawn)
        return drawn.getvalue().decode().partition("?>\n")[2]


def language_of(email: str) -> str:
    """The language that the person with this address chose; the page's own for an address that nobody has."""
    chosen = User.objects.filter(email__iexact=email).values_list("language", flat=True).first()
    return chosen or translation.get_language() or settings.LANGUAGE_CODE
