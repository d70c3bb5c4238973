"""A role is offered to an address: with an account one accepts, without one the account brings the role."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.utils import timezone

from members.accounts.models import Invitation, User
from members.organisations.actions import (
    ContactRefused,
    accept_inviting_offer,
    accept_offer,
    offer_role,
    withdraw_offer,
)
from members.organisations.models import Contact, ContactOffer, Organisation
from members.organisations.rules import OPEN_OFFERS_AT_MOST, Invitee, Role
from tests.factories.accounts import PASSWORD
from tests.factories.organisations import (
    ContactFactory,
    ContactOfferFactory,
    PersonFactory,
    delegate_of,
    member,
)
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
Outbox = list[EmailMultiAlternatives]
ASKED = {"email": "amara@lantern.example", "name": "Amara O.", "language": "fr", "role": "delegate"}


def offered(organisation: Organisation, *, now: datetime, email: str = "amara@lantern.example") -> ContactOffer:
    to = Invitee(email=email, name="Amara O.", language="fr")
    return offer_role(organisation, to=to, role=Role.DELEGATE, by=PersonFactory(), now=now)


def test_a_stranger_is_invited_and_named_by_the_organisation(mailoutbox: Outbox, now: datetime) -> None:
    offer = offered(member(name="Lantern Forum"), now=now)

    [mail] = mailoutbox
    assert (mail.to, offer.until_at) == (["amara@lantern.example"], now + timedelta(days=14))
    assert "/fr/accounts/invitation/" in str(mail.body)
    assert "Lantern Forum" in str(mail.body)
    assert Invitation.objects.get().language == "fr"


@pytest.mark.parametrize("has_account", [True, False])
def test_no_mail_names_an_organisation_at_risk(mailoutbox: Outbox, now: datetime, has_account: bool) -> None:  # noqa: FBT001 - a column of the table
    if has_account:
        PersonFactory(email="amara@lantern.example")

    offered(member(name="Sycamore Line", hidden=True), now=now)

    [mail] = mailoutbox
    html = str(mail.alternatives[0][0])
    assert "Sycamore" not in f"{mail.subject} {mail.body} {html}"


def test_somebody_with_an_account_is_asked_in_their_language(mailoutbox: Outbox, now: datetime) -> None:
    PersonFactory(email="AMARA@lantern.example", language="es")

    offered(member(name="Lantern Forum"), now=now)

    [mail] = mailoutbox
    assert mail.to == ["AMARA@lantern.example"]
    assert "/es/directory/~/offers/" in str(mail.body)
    assert not Invitation.objects.exists()


def test_an_account_brings_the_role_of_the_mail_and_leaves_the_others_waiting(
    site_root: SiteRoot, client: Client, mailoutbox: Outbox, django_capture_on_commit_callbacks: type
) -> None:
    unread, inviting = member(slug="lantern"), member(slug="baobab")
    waiting = offered(unread, now=timezone.now())
    offered(inviting, now=timezone.now())
    found = re.search(r"http://testserver(\S+)", str(mailoutbox[-1].body))
    assert found is not None

    with django_capture_on_commit_callbacks(execute=True):
        client.post(found[1], {"name": "Amara O.", "password": PASSWORD})

    person = User.objects.get(email="amara@lantern.example")
    contact = Contact.objects.of(person).get()
    assert (contact.organisation, contact.role, contact.from_on) == (inviting, "delegate", timezone.now().date())
    assert list(ContactOffer.objects.open_at(timezone.now()).to(person.email)) == [waiting]


def test_an_inviting_offer_that_cannot_begin_any_more_waits(now: datetime) -> None:
    taken = ContactFactory(role=Role.PRIMARY).organisation
    offer = ContactOfferFactory(organisation=taken, role=Role.PRIMARY, offered_at=now)
    person = PersonFactory(email=offer.email)
    came_by(offer, person=person)

    begun = accept_inviting_offer(person, now=now)

    assert begun is None
    assert list(ContactOffer.objects.open_at(now)) == [offer]


def test_an_account_that_the_secretariat_invited_brings_no_role(now: datetime) -> None:
    offer = ContactOfferFactory(offered_at=now)
    person = PersonFactory(email=offer.email)
    came_by(ContactOfferFactory(email=offer.email, offered_at=now, withdrawn_at=now), person=person)

    begun = accept_inviting_offer(person, now=now)

    assert begun is None
    assert not Contact.objects.exists()


def came_by(offer: ContactOffer, *, person: User) -> None:
    """The invitation that the offer sent, accepted."""
    Invitation.objects.create(
        email=offer.email,
        name=person.name,
        invited_by=offer.offered_by,
        token_sha256="0" * 64,
        invited_at=offer.offered_at,
        until_at=offer.until_at,
        accepted_at=offer.offered_at,
        person=person,
    )


def test_an_offer_is_accepted_once(now: datetime) -> None:
    person = PersonFactory()
    offer = ContactOfferFactory(email=person.email.upper())
    contact = accept_offer(offer, person=person, now=now)

    with pytest.raises(ContactRefused, match=r"This offer was answered, withdrawn or is too old\. Ask for a new one\."):
        accept_offer(offer, person=person, now=now)

    assert Contact.objects.get() == contact


@pytest.mark.parametrize(
    "spoilt",
    [
        {"withdrawn_at": datetime(2026, 6, 2, tzinfo=timezone.get_fixed_timezone(0))},
        {"until_at": datetime(2026, 6, 10, 12, 0, tzinfo=timezone.get_fixed_timezone(0))},
        {"email": "somebody.else@kite.example"},
    ],
)
def test_a_spent_or_foreign_offer_gives_no_role(now: datetime, spoilt: dict[str, object]) -> None:
    person = PersonFactory(email="amara@lantern.example")
    offer = ContactOfferFactory(**{"email": "amara@lantern.example", **spoilt})

    with pytest.raises(ContactRefused):
        accept_offer(offer, person=person, now=now)

    assert not Contact.objects.exists()


def test_a_role_is_not_offered_to_whom_has_it(now: datetime) -> None:
    organisation = member()
    person = delegate_of(organisation)

    with pytest.raises(ContactRefused, match=r"This person has the role already\."):
        offered(organisation, now=now, email=person.email.upper())

    assert not ContactOffer.objects.exists()


def test_a_second_primary_contact_is_not_offered(now: datetime) -> None:
    organisation = ContactFactory(role=Role.PRIMARY, organisation__name="Lantern Forum").organisation
    to = Invitee(email="amara@lantern.example", name="Amara", language="en")

    with pytest.raises(ContactRefused, match="Lantern Forum has a primary contact on that day or later"):
        offer_role(organisation, to=to, role=Role.PRIMARY, by=PersonFactory(), now=now)


def test_offering_again_withdraws_the_first_offer(now: datetime) -> None:
    organisation = member()
    first = offered(organisation, now=now)

    second = offered(organisation, now=now + timedelta(days=1))

    first.refresh_from_db()
    assert first.withdrawn_at == now + timedelta(days=1)
    assert list(ContactOffer.objects.open_at(now + timedelta(days=1))) == [second]


def test_nobody_writes_to_strangers_without_end(now: datetime) -> None:
    organisation = member()
    for _ in range(OPEN_OFFERS_AT_MOST):
        ContactOfferFactory(organisation=organisation)

    with pytest.raises(ContactRefused, match=r"Many offers wait for an answer\."):
        offered(organisation, now=now)

    assert ContactOffer.objects.count() == OPEN_OFFERS_AT_MOST


def test_an_offer_is_withdrawn_once(now: datetime) -> None:
    offer = ContactOfferFactory()
    withdraw_offer(offer, now=now)

    with pytest.raises(ContactRefused, match=r"This offer was answered or withdrawn already\."):
        withdraw_offer(offer, now=now)
