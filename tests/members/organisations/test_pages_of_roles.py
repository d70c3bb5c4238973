"""The pages on which a primary contact asks people, and on which they answer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.accounts.models import User
from members.organisations.models import Contact, ContactOffer, Organisation
from members.organisations.rules import Role
from tests.factories.organisations import (
    ContactFactory,
    ContactOfferFactory,
    OrganisationFactory,
    PersonFactory,
    delegate_of,
    member,
)
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
Outbox = list[EmailMultiAlternatives]
ASKED = {"email": "amara@lantern.example", "name": "Amara O.", "language": "fr", "role": "delegate"}


def primary_of(organisation: Organisation) -> User:
    person: User = ContactFactory(organisation=organisation, role=Role.PRIMARY).user
    return person


def people_page(organisation: Organisation) -> str:
    return reverse("organisations:people", args=[organisation.slug])


def test_a_primary_contact_offers_a_role_on_the_page(site_root: SiteRoot, client: Client, mailoutbox: Outbox) -> None:
    organisation = member(slug="lantern")
    client.force_login(primary_of(organisation))

    page = client.post(people_page(organisation), ASKED, follow=True).content.decode()

    assert "A mail is on its way to amara@lantern.example." in page
    assert ContactOffer.objects.get().role == "delegate"
    assert len(mailoutbox) == 1


def test_a_refused_offer_is_said_on_the_page_and_nothing_is_lost(site_root: SiteRoot, client: Client) -> None:
    organisation = member()
    person = delegate_of(organisation)
    client.force_login(primary_of(organisation))

    page = client.post(people_page(organisation), {**ASKED, "email": person.email}).content.decode()

    assert "This person has the role already." in page
    assert 'value="Amara O."' in page


def test_a_primary_contact_makes_nobody_primary_contact(site_root: SiteRoot, client: Client) -> None:
    organisation = member()
    client.force_login(primary_of(organisation))

    client.post(people_page(organisation), {**ASKED, "role": "primary"})

    assert not ContactOffer.objects.exists()


@pytest.mark.parametrize("who", ["delegate", "primary_of_another", "former_primary", "nobody"])
def test_nobody_else_keeps_the_list_of_people(site_root: SiteRoot, client: Client, who: str) -> None:
    organisation = member(slug="lantern")
    offer, contact = ContactOfferFactory(organisation=organisation), ContactFactory(organisation=organisation)
    people: dict[str, Callable[[], User]] = {
        "delegate": lambda: delegate_of(organisation),
        "primary_of_another": lambda: primary_of(member()),
        "former_primary": lambda: (
            ContactFactory(
                organisation=organisation, role=Role.PRIMARY, until_on="2021-01-01", user=delegate_of(member())
            ).user
        ),
        "nobody": PersonFactory,
    }
    client.force_login(people[who]())

    answers = [
        client.get(people_page(organisation)),
        client.post(people_page(organisation), ASKED),
        client.post(reverse("organisations:end_role", args=["lantern", contact.pk])),
        client.post(reverse("organisations:withdraw", args=["lantern", offer.pk])),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert ContactOffer.objects.open_at(offer.offered_at).get() == offer


def test_the_primary_contact_of_a_former_member_keeps_nothing(site_root: SiteRoot, client: Client) -> None:
    left = OrganisationFactory()
    person = primary_of(left)
    ContactFactory(user=person, organisation=member())
    client.force_login(person)

    assert client.get(people_page(left)).status_code == 404


def test_a_role_ends_today_on_the_page(site_root: SiteRoot, client: Client) -> None:
    organisation = member()
    contact = ContactFactory(organisation=organisation, user__name="Lucien Abara")
    client.force_login(primary_of(organisation))
    address = reverse("organisations:end_role", args=[organisation.slug, contact.pk])

    page = client.post(address, follow=True).content.decode()
    again = client.post(address)

    contact.refresh_from_db()
    assert contact.until_on == timezone.now().date()
    assert "Lucien Abara has the role no more." in page
    assert again.status_code == 404


def test_a_role_that_began_today_does_not_end_today(site_root: SiteRoot, client: Client) -> None:
    organisation = member()
    contact = ContactFactory(organisation=organisation, from_on=timezone.now().date())
    client.force_login(primary_of(organisation))

    page = client.post(
        reverse("organisations:end_role", args=[organisation.slug, contact.pk]), follow=True
    ).content.decode()

    assert "A role ends after the day on which it began" in page


def test_a_primary_contact_does_not_end_their_own_role(site_root: SiteRoot, client: Client) -> None:
    organisation = member()
    person = primary_of(organisation)
    client.force_login(person)

    answer = client.post(reverse("organisations:end_role", args=[organisation.slug, person.contacts.get().pk]))

    assert answer.status_code == 404
    assert person.contacts.get().until_on is None


def test_an_offer_is_withdrawn_on_the_page(site_root: SiteRoot, client: Client) -> None:
    organisation = member()
    offer = ContactOfferFactory(organisation=organisation)
    client.force_login(primary_of(organisation))
    address = reverse("organisations:withdraw", args=[organisation.slug, offer.pk])

    first = client.post(address, follow=True).content.decode()
    second = client.post(address, follow=True).content.decode()

    assert "The offer does not hold any more." in first
    assert "This offer was answered or withdrawn already." in second


def waiting_for(person: User, **fields: object) -> ContactOffer:
    offer: ContactOffer = ContactOfferFactory(email=person.email, until_at=timezone.now() + timedelta(days=3), **fields)
    return offer


def test_who_is_asked_accepts_before_belonging_anywhere(site_root: SiteRoot, client: Client) -> None:
    person = PersonFactory()
    offer = waiting_for(person, organisation=member(name="Sycamore Line", hidden=True))
    client.force_login(person)

    seen = client.get(reverse("organisations:offers")).content.decode()
    client.post(reverse("organisations:answer", args=[offer.pk]), {"answer": "accept"})

    assert "Sycamore Line" in seen
    assert Contact.objects.get().user == person


def test_who_is_asked_may_decline(site_root: SiteRoot, client: Client) -> None:
    person = PersonFactory()
    offer = waiting_for(person)
    client.force_login(person)

    page = client.post(reverse("organisations:answer", args=[offer.pk]), {"answer": "decline"}, follow=True)

    assert "No role waits for your answer." in page.content.decode()
    assert not Contact.objects.exists()


def test_an_offer_that_cannot_begin_says_why(site_root: SiteRoot, client: Client) -> None:
    person, taken = PersonFactory(), ContactFactory(role=Role.PRIMARY, organisation__name="Lantern Forum").organisation
    offer = waiting_for(person, organisation=taken, role=Role.PRIMARY)
    client.force_login(person)

    page = client.post(reverse("organisations:answer", args=[offer.pk]), {"answer": "accept"}, follow=True)

    assert "Lantern Forum has a primary contact on that day or later." in page.content.decode()


def test_nobody_answers_for_somebody_else(site_root: SiteRoot, client: Client) -> None:
    offer = waiting_for(PersonFactory(), organisation=member(name="Sycamore Line", hidden=True))
    client.force_login(delegate_of(member()))

    listed = client.get(reverse("organisations:offers")).content.decode()
    answer = client.post(reverse("organisations:answer", args=[offer.pk]), {"answer": "accept"})

    assert "Sycamore" not in listed
    assert answer.status_code == 404
    assert ContactOffer.objects.get().accepted_at is None


@pytest.mark.parametrize("address", ["/en/directory/~/offers/", "/en/directory/~/offers/1/"])
def test_the_anonymous_are_led_to_sign_in(site_root: SiteRoot, client: Client, address: str) -> None:
    answer = client.post(address) if address.endswith("1/") else client.get(address)

    assert answer.headers["Location"].startswith("/en/accounts/login/?next=")
