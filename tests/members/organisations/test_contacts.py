from datetime import date

import pytest

from members.organisations.actions import ContactRefused, begin_contact, end_contact
from members.organisations.models import Contact
from members.organisations.rules import Role
from tests.factories.organisations import ContactFactory, ContactOfferFactory, PersonFactory, member

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 10)


def test_a_person_has_a_role_once_at_a_time() -> None:
    contact = ContactFactory(user__name="Teodora", from_on=date(2026, 12, 1))

    with pytest.raises(ContactRefused, match=r"Teodora has this role on that day or later already\."):
        begin_contact(contact.organisation, person=contact.user, role=Role.DELEGATE, from_on=DAY)

    assert Contact.objects.get() == contact


def test_a_person_may_have_two_roles_and_come_back_to_one() -> None:
    contact = ContactFactory(until_on=DAY)

    back = begin_contact(contact.organisation, person=contact.user, role=Role.DELEGATE, from_on=DAY)
    other = begin_contact(contact.organisation, person=contact.user, role=Role.FINANCE, from_on=DAY)

    assert list(Contact.objects.on(DAY).order_by("pk")) == [back, other]


def test_a_primary_contact_is_followed_by_another() -> None:
    organisation = member(name="Lantern Forum")
    first = begin_contact(organisation, person=PersonFactory(), role=Role.PRIMARY, from_on=date(2026, 1, 1))
    with pytest.raises(ContactRefused, match="Lantern Forum has a primary contact on that day or later"):
        begin_contact(organisation, person=PersonFactory(), role=Role.PRIMARY, from_on=DAY)
    end_contact(first, until_on=DAY)

    second = begin_contact(organisation, person=PersonFactory(), role=Role.PRIMARY, from_on=DAY)

    assert list(Contact.objects.on(DAY)) == [second]


def test_a_role_ends_once() -> None:
    contact = ContactFactory()
    end_contact(contact, until_on=DAY)

    with pytest.raises(ContactRefused, match=r"This role ended on 2026-06-10 already\."):
        end_contact(contact, until_on=date(2027, 1, 1))

    contact.refresh_from_db()
    assert contact.until_on == DAY


def test_an_offer_says_to_whom_and_for_which_organisation() -> None:
    assert str(ContactOfferFactory(email="a@b.example", organisation__name="Lantern")) == "a@b.example (Lantern)"
