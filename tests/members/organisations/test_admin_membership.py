"""The secretariat begins and ends terms and roles, and sets what categories may."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from members.accounts.models import User
from members.organisations.models import Category, Contact, MembershipTerm
from tests.factories.organisations import (
    ContactFactory,
    FullMemberCategoryFactory,
    OrganisationFactory,
    PersonFactory,
    TermFactory,
    member,
)

pytestmark = pytest.mark.django_db


def test_a_category_is_made_with_its_rights(secretary: User, client: Client) -> None:
    typed = {"code": "associate", "label_en": "Associate", "label_fr": "", "label_es": "", "may_attend": "on"}

    client.post(reverse("category:add"), {**typed, "may_propose": "on"})

    made = Category.objects.get()
    assert (made.code, str(made.label)) == ("associate", "Associate")
    assert (made.may_vote, made.may_propose, made.may_stand, made.may_attend, made.pays) == (
        False,
        True,
        False,
        True,
        False,
    )


def test_a_category_that_was_ever_held_stays(secretary: User, client: Client) -> None:
    term = TermFactory(until_on=date(2020, 1, 1))

    client.post(reverse("category:delete", args=[term.category.pk]))

    assert Category.objects.get() == term.category


def test_a_term_begins_and_is_logged(secretary: User, client: Client) -> None:
    organisation, category = OrganisationFactory(), FullMemberCategoryFactory()
    typed = {"organisation": organisation.pk, "category": category.pk, "from_on": "2026-05-01"}

    client.post(reverse("membershipterm:add"), {**typed, "began_because": "Admitted"})

    term = MembershipTerm.objects.get()
    assert (term.organisation, term.category, term.from_on, term.began_because) == (
        organisation,
        category,
        date(2026, 5, 1),
        "Admitted",
    )
    assert ModelLogEntry.objects.get(action="wagtail.create").user == secretary


def test_a_refused_term_keeps_what_was_typed(secretary: User, client: Client) -> None:
    term = TermFactory(organisation__name="Lantern Forum")
    typed = {"organisation": term.organisation.pk, "category": term.category.pk, "from_on": "2026-05-01"}

    page = client.post(reverse("membershipterm:add"), {**typed, "began_because": "Second admission"}).content.decode()

    assert "Lantern Forum has a membership term on that day or later. End it first." in page
    assert 'value="Second admission"' in page
    assert MembershipTerm.objects.get() == term


def test_a_term_is_only_ended(secretary: User, client: Client) -> None:
    term = TermFactory()
    address = reverse("membershipterm:edit", args=[term.pk])
    typed = {"until_on": "2026-07-01", "ended_because": "Resigned", "from_on": "1999-01-01"}

    page = client.get(address).content.decode()
    client.post(address, typed)
    again = client.post(address, {**typed, "until_on": "2030-01-01"}).content.decode()

    term.refresh_from_db()
    assert 'name="from_on"' not in page
    assert (term.from_on, term.until_on, term.ended_because) == (date(2010, 1, 1), date(2026, 7, 1), "Resigned")
    assert "This term ended on 2026-07-01 already." in again


def test_a_term_does_not_end_without_a_reason(secretary: User, client: Client) -> None:
    term = TermFactory()

    client.post(reverse("membershipterm:edit", args=[term.pk]), {"until_on": "2026-07-01", "ended_because": ""})

    term.refresh_from_db()
    assert term.until_on is None


def test_a_role_begins_and_ends(secretary: User, client: Client) -> None:
    organisation, person = member(), PersonFactory()
    typed = {"organisation": organisation.pk, "user": person.pk, "role": "finance", "from_on": "2026-05-01"}

    client.post(reverse("contact:add"), typed)
    contact = Contact.objects.get()
    client.post(reverse("contact:edit", args=[contact.pk]), {"until_on": "2026-06-01"})

    contact.refresh_from_db()
    assert (contact.user, contact.role) == (person, "finance")
    assert (contact.from_on, contact.until_on) == (date(2026, 5, 1), date(2026, 6, 1))


def test_a_second_primary_contact_is_refused_on_the_form(secretary: User, client: Client) -> None:
    first = ContactFactory(role="primary", organisation__name="Lantern Forum")
    typed = {"organisation": first.organisation.pk, "user": PersonFactory().pk, "role": "primary"}

    page = client.post(reverse("contact:add"), {**typed, "from_on": "2026-05-01"}).content.decode()

    assert "Lantern Forum has a primary contact on that day or later. End that role first." in page
    assert Contact.objects.get() == first


def test_a_role_does_not_end_before_it_begins(secretary: User, client: Client) -> None:
    contact = ContactFactory(from_on=date(2026, 5, 1))

    page = client.post(reverse("contact:edit", args=[contact.pk]), {"until_on": "2026-05-01"}).content.decode()

    contact.refresh_from_db()
    assert contact.until_on is None
    assert "A role ends after the day on which it began, 2026-05-01." in page


def test_a_form_is_begun_with_the_organisation_of_its_address(secretary: User, client: Client) -> None:
    organisation = OrganisationFactory(name="Lantern Forum")

    page = client.get(reverse("membershipterm:add") + f"?organisation={organisation.pk}").content.decode()

    assert f'<option value="{organisation.pk}" selected>Lantern Forum</option>' in page
