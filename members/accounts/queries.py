"""Questions about people and how they signed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from members.accounts.models import Invitation, User
from members.accounts.rules import Device, Proof, browser_of


def proof_in(request: HttpRequest, person: User) -> Proof:
    """What this session has proved so far, and with which devices more could be proved."""
    # Without the user allauth answers with an empty list, whatever the session holds (traps.md).
    methods = tuple(str(record.get("method")) for record in get_authentication_records(request, person))
    if "mfa" in methods:
        return Proof(methods=methods)
    return Proof(methods=methods, devices=devices_of(person))


def devices_of(person: User) -> frozenset[Device]:
    types: Iterable[str] = Authenticator.objects.filter(user_id=person.pk).values_list("type", flat=True)
    known = {device.value for device in Device}
    return frozenset(Device(kind) for kind in types if kind in known)


@dataclass(frozen=True, kw_only=True)
class Security:
    """How a person's account is protected."""

    devices: frozenset[Device]
    passkeys: int
    has_password: bool

    @property
    def has_authenticator(self) -> bool:
        return Device.AUTHENTICATOR in self.devices


def security_of(person: User) -> Security:
    return Security(
        devices=devices_of(person),
        passkeys=Authenticator.objects.filter(user_id=person.pk, type=Device.PASSKEY.value).count(),
        has_password=person.has_usable_password(),
    )


def browser_in_words(user_agent: str) -> str:
    """“Firefox on Windows”: by what a person tells their own sessions apart."""
    browser = browser_of(user_agent)
    if browser.name and browser.system:
        return _("%(browser)s on %(system)s") % {"browser": browser.name, "system": browser.system}
    return browser.name or browser.system or _("A browser that does not give its name")


def open_invitation(token: str, *, now: datetime) -> Invitation | None:
    """The invitation that this token still opens; None when it is unknown, used, withdrawn or too old."""
    return Invitation.objects.open_at(now).with_token(token).first()


def has_account(email: str) -> bool:
    return User.objects.filter(email__iexact=email).exists()
