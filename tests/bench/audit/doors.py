"""What is between a stranger and a session, and the pages that only a mail leads to."""

from django.utils import timezone

from tests.bench.audit.network import Kite
from tests.bench.audit.walker import Walker

MEMBER, SECRETARY = "teodora@kite.example", "secretary@kite.example"


def sign_in(walker: Walker, *, email: str, kite: Kite) -> None:
    """By password; with the second factor for whoever is asked for it."""
    page = walker.window.page
    walker.window.go(f"/{walker.language}/accounts/login/?next=/{walker.language}/today/")
    page.fill("#id_login", email)
    page.locator("details summary").click()
    page.fill("#id_password", kite.password)
    page.locator("button[name=by][value=password]").click()
    page.wait_for_load_state()
    if "/2fa/" in page.url:
        type_the_code(walker, email=email)
    show_that_it_is_you(walker, kite=kite)


def show_that_it_is_you(walker: Walker, *, kite: Kite) -> None:
    """By the password once more: what changes how somebody signs in is only shown after that."""
    walker.window.go(f"/{walker.language}/accounts/reauthenticate/?next=/{walker.language}/today/")
    walker.window.page.fill("#id_password", kite.password)
    with walker.window.page.expect_navigation():
        walker.window.page.locator("form:has(#id_password) button").first.click()


def type_the_code(walker: Walker, *, email: str) -> None:
    from cms.demo.second_factor import code_of_the_moment

    walker.window.page.fill("#id_code", code_of_the_moment(email=email))
    walker.window.page.locator("form:has(#id_code) button").click()
    walker.window.page.wait_for_load_state()


def at_the_door(walker: Walker, *, kite: Kite) -> None:
    """What is between a stranger and a session: a code by mail, a second factor, a wrong one."""
    page = walker.window.page
    door = f"/{walker.language}/accounts/login/"
    if not walker.wants(door, "code"):
        return
    walker.window.go(door)
    page.fill("#id_login", MEMBER)
    page.locator("button[name=by][value=code]").click()
    page.wait_for_load_state()
    walker.look("code sent by mail")
    walker.context.clear_cookies()
    walker.window.go(door)
    page.fill("#id_login", SECRETARY)
    page.locator("details summary").click()
    page.fill("#id_password", kite.password)
    page.locator("button[name=by][value=password]").click()
    page.wait_for_load_state()
    walker.look("second factor")
    page.fill("#id_code", "000000")
    page.locator("form:has(#id_code) button").click()
    page.wait_for_load_state()
    walker.look("wrong second factor")
    walker.context.clear_cookies()


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
