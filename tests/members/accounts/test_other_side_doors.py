"""Addresses that came with a library and would let somebody in by less than our own sign-in asks."""

import pytest
from django.test import Client

from tests.factories.accounts import StaffFactory
from tests.factories.organisations import ContactFactory, delegate_of, member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_sign_in_page_of_private_pages_is_closed(client: Client, language: str) -> None:
    person = StaffFactory()
    person.set_password("a right password")
    person.save(update_fields=["password"])

    answer = client.post(f"/{language}/_util/login/", {"username": person.email, "password": "a right password"})

    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]
    assert "_auth_user_id" not in client.session


def test_nobody_takes_an_address_that_nobody_confirmed(client: Client) -> None:
    person = delegate_of(member())
    client.force_login(person)

    client.post("/en/accounts/email/", {"action_add": "1", "email": "invited@victim.example"})
    client.post("/en/accounts/email/", {"action_primary": "1", "email": "invited@victim.example"})

    before = person.email
    person.refresh_from_db()
    assert person.email == before


def test_a_nul_in_an_address_is_refused_with_a_sentence(client: Client) -> None:
    answers = [client.get(address) for address in ("/en/search/?q=%00", "/files/public/%00", "/en/%00/")]

    assert [answer.status_code for answer in answers] == [400, 400, 400]
    assert "character that no text has" in answers[0].content.decode()


def test_a_former_contact_of_an_organisation_at_risk_no_longer_finds_it(client: Client) -> None:
    hidden = member(slug="sycamore", hidden=True)
    person = delegate_of(member())
    ContactFactory(user=person, organisation=hidden, until_on="2021-01-01")
    client.force_login(person)

    assert client.get("/en/directory/sycamore/").status_code == 404
