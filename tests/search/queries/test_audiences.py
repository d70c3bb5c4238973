"""Who may see what depends on the day, and on nothing that was written into the index."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.models import Group as WagtailGroup
from wagtail.models import Page, PageViewRestriction

from members.accounts.models import User
from members.organisations.models import Contact, MembershipTerm
from search.queries.audiences import audience_of
from tests.factories.accounts import StaffFactory, UserFactory
from tests.factories.decisions import OfficeFactory
from tests.factories.groups import GroupFactory, MembershipFactory
from tests.factories.organisations import ContactFactory, OrganisationFactory, TermFactory
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 10)
YESTERDAY, TOMORROW = date(2026, 6, 9), date(2026, 6, 11)
EVERYBODY = ("public", "anyone")


def delegate(*, from_on: date = date(2020, 1, 1), until_on: date | None = None) -> Contact:
    term: MembershipTerm = TermFactory(from_on=date(2019, 1, 1))
    contact: Contact = ContactFactory(organisation=term.organisation, from_on=from_on, until_on=until_on)
    return contact


def closed(page: Page, kind: str, *groups: WagtailGroup) -> PageViewRestriction:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
    restriction.groups.set(groups)
    return restriction


def test_anybody_is_the_public() -> None:
    assert audience_of(AnonymousUser(), on=TODAY) == EVERYBODY


def test_somebody_who_was_shut_out_is_the_public_again() -> None:
    assert audience_of(UserFactory(is_active=False, is_staff=True), on=TODAY) == EVERYBODY


def test_a_person_without_an_organisation_is_no_member() -> None:
    person: User = UserFactory()

    assert audience_of(person, on=TODAY) == (*EVERYBODY, f"user:{person.pk}")


def test_a_delegate_is_a_member_and_of_the_organisation() -> None:
    contact = delegate()

    assert audience_of(contact.user, on=TODAY) == (
        *EVERYBODY,
        f"user:{contact.user_id}",
        "member",
        f"organisation:{contact.organisation_id}",
    )


def test_who_acts_for_an_organisation_that_left_is_no_member() -> None:
    contact = ContactFactory(organisation=OrganisationFactory())

    assert audience_of(contact.user, on=TODAY) == (*EVERYBODY, f"user:{contact.user_id}")


def test_the_secretariat_is_told_apart_from_members() -> None:
    secretary = StaffFactory()

    assert audience_of(secretary, on=TODAY) == (*EVERYBODY, f"user:{secretary.pk}", "staff")


@pytest.mark.parametrize(("from_on", "until_on"), [(TOMORROW, None), (date(2020, 1, 1), YESTERDAY)])
def test_a_role_that_is_over_or_to_come_opens_nothing(from_on: date, until_on: date | None) -> None:
    contact = delegate(from_on=from_on, until_on=until_on)

    assert audience_of(contact.user, on=TODAY) == (*EVERYBODY, f"user:{contact.user_id}")


def test_groups_and_committees_of_the_day_open_what_is_theirs() -> None:
    person = UserFactory()
    inside, left = GroupFactory(), GroupFactory()
    MembershipFactory(group=inside, person=person)
    MembershipFactory(group=left, person=person, until_on=TODAY)
    office = OfficeFactory(user=person)

    assert audience_of(person, on=TODAY) == (
        *EVERYBODY,
        f"user:{person.pk}",
        f"group:{inside.pk}",
        f"body:{office.body_id}",
    )


def test_a_restriction_lets_in_whom_all_above_it_let_in(site_root: SiteRoot) -> None:
    """The home page is for who signs in, the page below it for editors, the next for who knows a password."""
    editors = WagtailGroup.objects.create(name="Editors of the handbook")
    home = site_root.home("en")
    below = home.add_child(instance=Page(title="Handbook", locale=home.locale))
    deeper = below.add_child(instance=Page(title="Keys", locale=home.locale))
    for_all = closed(home, "login")
    for_editors = closed(below, "groups", editors)
    closed(deeper, "password")
    editor, reader = UserFactory(), UserFactory()
    editor.groups.add(editors)

    assert audience_of(editor, on=TODAY)[3:] == (f"restriction:{for_all.pk}", f"restriction:{for_editors.pk}")
    assert audience_of(reader, on=TODAY)[3:] == (f"restriction:{for_all.pk}",)
