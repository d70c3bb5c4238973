"""The secretariat signs in with a second factor; the demo draws the secret and can say the code of the moment."""

import time

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value

from cms.demo.network import Network

STAFF = ("secretary", "editor")


def build(network: Network) -> None:
    for key in STAFF:
        person = network.people[key]
        TOTP.activate(person, generate_totp_secret())
        RecoveryCodes.activate(person)


def code_of_the_moment(*, email: str) -> str:
    """Six digits, good for half a minute (RFC 6238)."""
    device = Authenticator.objects.get(user__email=email, type=Authenticator.Type.TOTP)
    secret = get_adapter().decrypt(device.data["secret"])
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
