"""Who may see what depends on the day, and on nothing that was written into the index."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from members.accounts.models import User
from members.organisations.models import Contact, MembershipTerm
from search.queries.audiences import audience_of
from tests.factories.accounts import StaffFactory, UserFactory
from tests.factories.organisations import ContactFactory, TermFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 10)
YESTERDAY, TOMORROW = date(2026, 6, 9), date(2026, 6, 11)


def delegate(*, from_on: date = date(2020, 1, 1), until_on: date | None = None) -> Contact:
    term: MembershipTerm = TermFactory(from_on=date(2019, 1, 1))
    contact: Contact = ContactFactory(organisation=term.organisation, from_on=from_on, until_on=until_on)
    return contact


def test_anybody_is_the_public() -> None:
    assert audience_of(AnonymousUser(), on=TODAY) == ("public",)


def test_somebody_who_was_shut_out_is_the_public_again() -> None:
    assert audience_of(UserFactory(is_active=False, is_staff=True), on=TODAY) == ("public",)


def test_a_person_without_an_organisation_is_no_member() -> None:
    person: User = UserFactory()

    assert audience_of(person, on=TODAY) == ("public", f"user:{person.pk}")


def test_a_delegate_is_a_member_and_of_the_organisation() -> None:
    contact = delegate()

    assert audience_of(contact.user, on=TODAY) == (
        "public",
        f"user:{contact.user_id}",
        "member",
        f"organisation:{contact.organisation_id}",
    )


def test_the_secretariat_is_a_member_too() -> None:
    secretary = StaffFactory()

    assert audience_of(secretary, on=TODAY) == ("public", f"user:{secretary.pk}", "member", "staff")


@pytest.mark.parametrize(("from_on", "until_on"), [(TOMORROW, None), (date(2020, 1, 1), YESTERDAY)])
def test_a_role_that_is_over_or_to_come_opens_nothing(from_on: date, until_on: date | None) -> None:
    contact = delegate(from_on=from_on, until_on=until_on)

    assert audience_of(contact.user, on=TODAY) == ("public", f"user:{contact.user_id}")
