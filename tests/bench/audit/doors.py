"""What is between a stranger and a session, and the pages that only a mail leads to."""

import re

from django.utils import timezone

from tests.bench.audit.network import Kite
from tests.bench.audit.seeding import MEMBER, WITHOUT_PASSWORD
from tests.bench.audit.walker import Walker

SECRETARY = "secretary@kite.example"
# Passkeys belong to a name, never to the number of a machine.
BY_NUMBER, BY_NAME = "127.0.0.1", "localhost"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def sign_in(walker: Walker, *, email: str, kite: Kite) -> None:
    """By password; with the second factor for whoever is asked for it."""
    page = walker.window.page
    walker.window.go(f"/{walker.language}/accounts/login/?next=/{walker.language}/today/")
    page.fill("#id_login", email)
    page.locator("details summary").click()
    page.fill("#id_password", kite.password)
    walker.window.press("button[name=by][value=password]")
    if "/2fa/" in page.url:
        type_the_code(walker, email=email)
    show_that_it_is_you(walker, kite=kite)


def show_that_it_is_you(walker: Walker, *, kite: Kite) -> None:
    """By the password once more: what changes how somebody signs in is only shown after that."""
    walker.window.go(f"/{walker.language}/accounts/reauthenticate/?next=/{walker.language}/today/")
    walker.window.page.fill("#id_password", kite.password)
    walker.window.press("form:has(#id_password) button")


def add_a_passkey(walker: Walker, *, kite: Kite) -> None:
    """By the page that asks the browser for one; the browser has a device that says yes."""
    page = walker.window.page
    cookies = [{**one, "domain": BY_NAME} for one in walker.context.cookies()]
    walker.context.add_cookies(cookies)  # type: ignore[arg-type]  # as Playwright gave them
    device = walker.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.goto(f"{kite.url.replace(BY_NUMBER, BY_NAME)}/{walker.language}/accounts/2fa/webauthn/add/")
    walker.window.press("#mfa_webauthn_add")


def type_the_code(walker: Walker, *, email: str) -> None:
    from cms.demo.second_factor import code_of_the_moment

    walker.window.page.fill("#id_code", code_of_the_moment(email=email))
    walker.window.press("form:has(#id_code) button")


def at_the_door(walker: Walker, *, kite: Kite) -> None:
    """What is between a stranger and a session: a code by mail, a second factor, a wrong one."""
    page = walker.window.page
    if not walker.wants(door(walker), "code"):
        return
    ask_for_a_code(walker, email=MEMBER)
    walker.look("code sent by mail")
    walker.context.clear_cookies()
    walker.window.go(door(walker))
    page.fill("#id_login", SECRETARY)
    page.locator("details summary").click()
    page.fill("#id_password", kite.password)
    walker.window.press("button[name=by][value=password]")
    walker.look("second factor")
    page.fill("#id_code", "000000")
    walker.window.press("form:has(#id_code) button")
    walker.look("wrong second factor")
    walker.context.clear_cookies()


def without_a_password(walker: Walker) -> None:
    """In by the code of a mail, to the page on which somebody chooses a first password."""
    page, address = walker.window.page, f"/{walker.language}/accounts/password/set/"
    if not walker.wants(address, "first password"):
        return
    ask_for_a_code(walker, email=WITHOUT_PASSWORD)
    page.fill("#id_code", code_in_the_mail_to(WITHOUT_PASSWORD))
    walker.window.press("form:has(#id_code) button")
    walker.visit(address, "first password")
    walker.visit_refused(address, number_of_the_form(walker), "first password, sent empty")
    walker.context.clear_cookies()


def door(walker: Walker) -> str:
    return f"/{walker.language}/accounts/login/"


def ask_for_a_code(walker: Walker, *, email: str) -> None:
    walker.window.go(door(walker))
    walker.window.page.fill("#id_login", email)
    walker.window.press("button[name=by][value=code]")


def code_in_the_mail_to(email: str) -> str:
    """It stands in a line of its own."""
    from members.delivery.models import Rendering

    sent = Rendering.objects.filter(dispatch__deliveries__address=email).order_by("-pk")[0]
    found = re.search(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", sent.text, re.MULTILINE)
    assert found is not None, sent.text
    return found[1]


def number_of_the_form(walker: Walker) -> int:
    """Of the one that the page is about, as `Window.send_empty` counts them."""
    script = "[...document.forms].filter(one => !one.closest('aside, .sidebar')).findIndex(one => one.closest('main'))"
    return int(walker.window.page.evaluate(script))


def by_mail(walker: Walker) -> None:
    """Pages that only a link in a mail leads to."""
    for state, address in links_of_mails(walker.language).items():
        walker.visit(address, state, statuses=(200, 410))


def links_of_mails(language: str) -> dict[str, str]:
    import secrets
    from unittest.mock import patch

    from allauth.account.utils import user_pk_to_url_str
    from django.contrib.auth.tokens import default_token_generator

    from members.accounts.actions import invite
    from members.accounts.models import User

    token = secrets.token_urlsafe(32)
    with patch("members.accounts.actions.secrets.token_urlsafe", return_value=token):
        invite(
            f"guest-{language}@kite.example",
            name="Ada Example",
            language=language,
            invited_by=None,
            now=timezone.now(),
        )
    person = User.objects.get(email=MEMBER)
    key = f"{user_pk_to_url_str(person)}-{default_token_generator.make_token(person)}"
    return {
        "invitation": f"/{language}/accounts/invitation/{token}/",
        "invitation spent": f"/{language}/accounts/invitation/spent/",
        "address to confirm, link spent": f"/{language}/accounts/confirm-email/0-spent/",
        "new password": f"/{language}/accounts/password/reset/key/{key}/",
        "new password, link spent": f"/{language}/accounts/password/reset/key/0-spent/",
        **stops(language),
    }


def stops(language: str) -> dict[str, str]:
    from members.delivery.models import Delivery
    from members.delivery.queries import stop_keys
    from members.delivery.rules.tokens import signed_token

    one = Delivery.objects.exclude(dispatch__stream="account").order_by("pk").first()
    if one is None:
        return {}
    return {"stop": f"/{language}/bulletin/mails/stop/{signed_token(one.pk, keys=stop_keys())}/"}
