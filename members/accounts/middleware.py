"""What is asked of a request before any page sees it: the second factor of the secretariat, the reader's time zone."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseForbidden,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from members.accounts.models import User
from members.accounts.queries import proof_in
from members.accounts.rules import Answer, Proof, Visitor, answer_at_the_devices, answer_at_the_door

GetResponse = Callable[[HttpRequest], HttpResponse]

GUARDED = "/admin"
PAGES = {
    Answer.SIGN_IN: "account_login",
    Answer.PROVE_BY_CODE: "mfa_reauthenticate",
    Answer.PROVE_BY_PASSKEY: "mfa_reauthenticate_webauthn",
    Answer.SET_UP: "mfa_activate_totp",
}
# Where a device is used, and not shown or changed. Signing in happens before there is a session to ask.
PROVING = {"mfa_authenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "mfa_login_webauthn"}
MANAGING = {"authenticators", "manage_totp", "manage_recovery_codes", "manage_webauthn"}


class SecondFactorForStaff:
    """Nothing under /admin/ answers a session in which no second factor was used, whatever its address."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_guarded(request.path_info):
            return self.get_response(request)
        answer = answer_to(request)
        if answer is Answer.ENTER:
            return self.get_response(request)
        if answer is Answer.NOT_FOUND:
            raise Http404
        return refusal(request, answer=answer)


class SecondFactorForDevices:
    """Who owns a device cannot see, add or remove devices and recovery codes by their password alone.

    It asks by the view's name, so that an address that allauth adds one day is closed from the first day on.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        if is_about_devices_in_apps(name):
            return HttpResponseForbidden(_("Manage your devices on the site."), content_type="text/plain")
        if not is_about_devices(name) or not isinstance(request.user, User):
            return None
        answer = answer_at_the_devices(proof_in(request, request.user))
        return None if answer is Answer.ENTER else refusal(request, answer=answer)


class PersonalTimeZone:
    """Times are shown in the zone of the person who reads; the language stays with the address."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Without a session there is nobody to ask for, and asking would make a public page private to caches.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not isinstance(request.user, User):
            return self.get_response(request)
        if is_guarded(request.path_info):
            tell_the_admin(request.user)
        with timezone.override(zone_of(request.user)):
            return self.get_response(request)


def tell_the_admin(person: User) -> None:
    """Wagtail puts the zone of its own profile, or UTC, around each of its screens: it is the account's there too,
    unless the person chose another for the admin. Nothing of it is saved."""
    profile = getattr(person, "wagtail_userprofile", None) or UserProfile(user=person)
    profile.current_time_zone = profile.current_time_zone or zone_of(person).key


def is_guarded(path: str) -> bool:
    return path == GUARDED or path.startswith(f"{GUARDED}/")


def is_about_devices(name: str) -> bool:
    """Whether a view shows or changes devices, or would prove a person by the password for that."""
    if name.startswith("mfa_"):
        return name not in PROVING
    if name == "account_reauthenticate":
        return True
    parts = name.split(":")
    return parts[0] == "headless" and (parts[-1] in MANAGING or parts[2:] == ["account", "reauthenticate"])


def is_about_devices_in_apps(name: str) -> bool:
    """An app's session travels in a header that this house does not read here, so nothing of it could be proved."""
    return name.startswith("headless:app:") and name.split(":")[-1] in MANAGING


def zone_of(person: User) -> ZoneInfo:
    """The person's zone; UTC when the machine's list no longer has it."""
    try:
        return ZoneInfo(person.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def answer_to(request: HttpRequest) -> Answer:
    person = request.user
    if not isinstance(person, User):
        return answer_at_the_door(Visitor.ANONYMOUS, proof=Proof())
    if not person.is_staff or not person.has_perm("wagtailadmin.access_admin"):
        return answer_at_the_door(Visitor.STRANGER, proof=Proof())
    return answer_at_the_door(Visitor.SECRETARIAT, proof=proof_in(request, person))


def refusal(request: HttpRequest, *, answer: Answer) -> HttpResponse:
    """A page that a person can act on; a script gets 403, since it would take a sign-in page for its answer."""
    if is_from_script(request):
        return HttpResponseForbidden(_("Sign in with your second factor first."), content_type="text/plain")
    query = urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})
    return HttpResponseRedirect(f"{reverse(PAGES[answer])}?{query}")


def is_from_script(request: HttpRequest) -> bool:
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return True
    if request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
        return True
    accepted = request.headers.get("Accept", "*/*")
    return "text/html" not in accepted and "*/*" not in accepted
