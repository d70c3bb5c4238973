from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members.organisations.actions import TermRefused, begin_term, end_term
from members.organisations.models import MembershipTerm, Organisation
from members.organisations.queries import (
    bulletin_readers,
    members_by_country,
    organisations_of,
    organisations_spoken_for,
    standings,
)
from members.organisations.rules import Reason, Right, Role
from tests.factories.organisations import (
    ContactFactory,
    FullMemberCategoryFactory,
    InvoiceFactory,
    ObserverCategoryFactory,
    OrganisationFactory,
    PaymentFactory,
    PersonFactory,
    TermFactory,
    delegate_of,
    member,
)

DAY = date(2026, 6, 10)

pytestmark = pytest.mark.django_db


def test_a_second_term_is_refused_while_one_holds() -> None:
    organisation = member(name="Lantern Forum")

    with pytest.raises(TermRefused, match="Lantern Forum has a membership term"):
        begin_term(organisation, category=ObserverCategoryFactory(), from_on=DAY)


def test_an_organisation_that_left_may_come_back_as_observer() -> None:
    organisation = member()
    end_term(MembershipTerm.objects.get(), until_on=date(2020, 1, 1), because="Resigned")

    back = begin_term(organisation, category=ObserverCategoryFactory(), from_on=date(2020, 1, 1))

    assert list(MembershipTerm.objects.on(DAY)) == [back]
    assert list(MembershipTerm.objects.on(date(2019, 12, 31))) == [MembershipTerm.objects.exclude(pk=back.pk).get()]


def test_a_term_ends_once() -> None:
    term = TermFactory()
    end_term(term, until_on=DAY, because="Resigned")

    with pytest.raises(TermRefused, match="ended on 2026-06-10 already"):
        end_term(term, until_on=date(2027, 1, 1), because="Again")


def test_a_term_does_not_end_before_it_begins() -> None:
    term = TermFactory(from_on=DAY)

    with pytest.raises(TermRefused, match="after the day on which it began"):
        end_term(term, until_on=DAY, because="Slip")


def test_the_database_itself_refuses_terms_that_overlap() -> None:
    term = TermFactory(from_on=date(2010, 1, 1), until_on=date(2020, 1, 1))

    with pytest.raises(DatabaseError, match="terms_do_not_overlap"), transaction.atomic():
        TermFactory(organisation=term.organisation, from_on=date(2019, 12, 31))

    assert MembershipTerm.objects.get() == term


def test_a_person_acts_for_the_organisations_of_that_day() -> None:
    person = delegate_of(member(name="Now"))
    ContactFactory(user=person, organisation=member(name="Left"), until_on=date(2026, 6, 10))
    ContactFactory(user=person, organisation=OrganisationFactory(name="Not a member"))
    ContactFactory(user=person, organisation=member(name="Reads"), role=Role.BULLETIN)

    assert [organisation.name for organisation in organisations_of(person, on=DAY)] == ["Now", "Reads"]
    assert [organisation.name for organisation in organisations_spoken_for(person, on=DAY)] == ["Now"]


def test_standings_of_many_take_one_query() -> None:
    organisations = [member() for _ in range(3)]
    InvoiceFactory(organisation=organisations[1], year=2024, due_on=date(2024, 3, 31))
    PaymentFactory(invoice=InvoiceFactory(organisation=organisations[2], year=2024, due_on=date(2024, 3, 31)))

    with CaptureQueriesContext(connection) as queries:
        result = standings(organisations, on=DAY)

    assert len(queries) == 1
    assert [result[organisation.pk].reasons[Right.VOTE] for organisation in organisations] == [
        (),
        (Reason.DUES,),
        (),
    ]


def test_a_payment_after_the_day_does_not_count_for_that_day() -> None:
    invoice = InvoiceFactory(organisation=member(), year=2024, due_on=date(2024, 3, 31))
    PaymentFactory(invoice=invoice, paid_on=date(2026, 6, 11))

    result = standings([invoice.organisation], on=DAY)

    assert not result[invoice.organisation_id].may(Right.VOTE)


def test_those_at_risk_are_counted_and_not_named_to_others() -> None:
    hidden = member(country="SY", hidden=True)
    outsider, insider = delegate_of(member(country="KE")), delegate_of(hidden)

    assert members_by_country(on=DAY) == {"KE": 1, "SY": 1}
    assert hidden not in Organisation.objects.visible_to(outsider)
    assert hidden in Organisation.objects.visible_to(insider)
    assert hidden in Organisation.objects.visible_to(PersonFactory(is_staff=True))


def test_everybody_with_a_role_reads_the_bulletin_once() -> None:
    person = delegate_of(member())
    ContactFactory(user=person, organisation=member(), role=Role.BULLETIN)
    ContactFactory(organisation=OrganisationFactory())
    delegate_of(member(), is_active=False)

    assert bulletin_readers(on=DAY) == [person]


@pytest.mark.parametrize("view", ["directory", "entry"])
def test_a_stranger_gets_nothing_of_the_directory(client: Client, view: str) -> None:
    organisation = member(slug="lantern")
    address = reverse(f"organisations:{view}", args=[organisation.slug] if view == "entry" else [])

    anonymous = client.get(address)
    client.force_login(PersonFactory())
    stranger = client.get(address)

    assert anonymous.status_code == 302
    assert "/accounts/login/" in anonymous["Location"]
    assert stranger.status_code == 404


def test_the_directory_leaves_out_those_at_risk(client: Client) -> None:
    member(name="Sycamore Line", slug="sycamore", hidden=True)
    client.force_login(delegate_of(member(name="Lantern Forum")))

    listed = client.get(reverse("organisations:directory")).content.decode()
    entry = client.get(reverse("organisations:entry", args=["sycamore"]))

    assert "Lantern Forum" in listed
    assert "Sycamore" not in listed
    assert entry.status_code == 404


def test_the_directory_takes_the_same_queries_for_one_and_three(client: Client) -> None:
    client.force_login(delegate_of(member()))
    client.get(reverse("organisations:directory"))
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("organisations:directory"))
    member(), member()
    with CaptureQueriesContext(connection) as three:
        client.get(reverse("organisations:directory"))

    assert len(one) == len(three)


def test_categories_carry_their_rights() -> None:
    assert FullMemberCategoryFactory().rights.vote
    assert not ObserverCategoryFactory().rights.vote
