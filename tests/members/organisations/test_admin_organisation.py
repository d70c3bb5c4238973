"""The page of one organisation in the admin: its standing on any day, and offering roles."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members.accounts.models import User
from tests.factories.organisations import (
    ContactFactory,
    CreditNoteFactory,
    InvoiceFactory,
    ObserverCategoryFactory,
    OrganisationFactory,
    PaymentFactory,
    TermFactory,
    delegate_of,
    member,
)

pytestmark = pytest.mark.django_db


def test_the_page_of_an_organisation_says_its_standing_with_reasons(secretary: User, client: Client) -> None:
    organisation = member(name="Lantern Forum")
    delegate_of(organisation, name="Teodora Wanjiku-Lindqvist")
    invoice = InvoiceFactory(organisation=organisation, year=2024, due_on=date(2024, 3, 31), amount=60_000)
    CreditNoteFactory(invoice=invoice, amount=10_000)

    page = client.get(reverse("organisation:desk", args=[organisation.pk]) + "?on=2026-06-10").content.decode()

    assert "Standing on 10 June 2026" in page
    assert "<strong>No</strong>, its dues are a year or more in arrears" in page
    assert "Teodora Wanjiku-Lindqvist, Delegate" in page
    assert "CHF\xa0500.00 open" in page


@pytest.mark.parametrize(
    ("day", "says"),
    [("2009-12-31", "not a member on that day"), ("2024-06-10", "In good standing"), ("2026-06-31", "arrears")],
)
def test_the_standing_of_any_day_can_be_asked(secretary: User, client: Client, day: str, says: str) -> None:
    organisation = member()
    InvoiceFactory(organisation=organisation, year=2024, due_on=date(2024, 3, 31))

    page = client.get(reverse("organisation:desk", args=[organisation.pk]) + f"?on={day}").content.decode()

    assert says in page


def test_an_organisation_with_nothing_says_so(secretary: User, client: Client) -> None:
    page = client.get(reverse("organisation:desk", args=[OrganisationFactory().pk])).content.decode()

    assert "It was never a member." in page
    assert "Nobody acts for it." in page
    assert "No invoice yet." in page


def test_the_list_of_organisations_shows_their_standing_today(secretary: User, client: Client) -> None:
    TermFactory(organisation__name="Observing", category=ObserverCategoryFactory())
    InvoiceFactory(organisation=member(name="Behind"), year=2024, due_on=date(2024, 3, 31))
    OrganisationFactory(name="Outside")

    page = client.get(reverse("organisation:index")).content.decode()

    assert "In good standing" in page
    assert "its dues are a year or more in arrears" in page
    assert "not a member on that day" in page


def test_the_page_of_an_organisation_takes_the_same_queries_for_one_and_three(secretary: User, client: Client) -> None:
    organisation = member()
    address = reverse("organisation:desk", args=[organisation.pk])
    PaymentFactory(invoice=InvoiceFactory(organisation=organisation, year=2020)), delegate_of(organisation)
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for year in (2021, 2022):
        PaymentFactory(invoice=InvoiceFactory(organisation=organisation, year=year)), delegate_of(organisation)

    with CaptureQueriesContext(connection) as three:
        client.get(address)

    assert len(one) == len(three)


def test_the_secretariat_offers_any_role_by_mail(secretary: User, client: Client, mailoutbox: list[object]) -> None:
    organisation = member(name="Lantern Forum")
    address = reverse("organisation:offer", args=[organisation.pk])
    typed = {"email": "amara@lantern.example", "name": "Amara", "language": "fr", "role": "primary"}

    page = client.post(address, typed, follow=True).content.decode()
    ContactFactory(organisation=organisation, role="primary")
    refused = client.post(address, {**typed, "email": "b@lantern.example"}).content.decode()

    assert "amara@lantern.example, Primary contact: asked" in page
    assert organisation.contact_offers.get().offered_by == secretary
    assert "Lantern Forum has a primary contact" in refused
    assert 'value="b@lantern.example"' in refused


def test_the_form_of_an_offer_opens(secretary: User, client: Client) -> None:
    page = client.get(reverse("organisation:offer", args=[member().pk]))

    assert 'value="primary"' in page.content.decode()
