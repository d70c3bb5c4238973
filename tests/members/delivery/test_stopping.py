"""One press stops one stream for one address; scanners that follow links stop nothing."""

from datetime import datetime

import pytest
from django.test import Client

from members.delivery.actions.letters import stop_address
from members.delivery.models import Suppression
from members.delivery.rules import Stream
from tests.factories.delivery import dispatch_to
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail_program() -> Client:
    """It has no cookie and no token against forgery."""
    return Client(enforce_csrf_checks=True)


def stopped() -> set[tuple[str, str]]:
    return set(Suppression.objects.values_list("address", "stream"))


def test_a_post_from_a_mail_program_stops_the_stream(mail_program: Client, site_root: SiteRoot, now: datetime) -> None:
    address = stop_address(dispatch_to("Noor@a.example", now=now).deliveries.get())

    first = mail_program.post(address, {"List-Unsubscribe": "One-Click"})
    second = mail_program.post(address, {"List-Unsubscribe": "One-Click"})

    assert (first.status_code, second.status_code) == (200, 200)
    assert stopped() == {("noor@a.example", "bulletin")}


def test_following_the_link_only_asks(mail_program: Client, site_root: SiteRoot, now: datetime) -> None:
    address = stop_address(dispatch_to("noor@a.example", now=now).deliveries.get())

    answer = mail_program.get(address)

    assert "One press" in answer.content.decode()
    assert stopped() == set()


def test_the_page_speaks_the_language_of_the_mail(mail_program: Client, site_root: SiteRoot, now: datetime) -> None:
    address = stop_address(dispatch_to("noor@a.example", now=now, language="fr").deliveries.get())

    assert address.startswith("http://testserver/fr/")
    assert mail_program.get(address).status_code == 200


def test_a_changed_address_is_nothing(mail_program: Client, site_root: SiteRoot, now: datetime) -> None:
    address = stop_address(dispatch_to("noor@a.example", now=now).deliveries.get())
    token = address.rstrip("/").rpartition("/")[2]
    other = token[:8] + ("A" if token[8] != "A" else "B") + token[9:]

    answer = mail_program.post(address.replace(token, other))

    assert (answer.status_code, stopped()) == (404, set())


def test_account_mail_is_not_stopped_by_a_token(mail_program: Client, site_root: SiteRoot, now: datetime) -> None:
    address = stop_address(dispatch_to("noor@a.example", now=now, stream=Stream.ACCOUNT).deliveries.get())

    mail_program.post(address)

    assert stopped() == set()
