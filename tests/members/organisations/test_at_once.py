"""Two people of the secretariat at the same moment, on connections of their own."""

from datetime import date
from functools import partial

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

from members.organisations.actions import (
    ContactRefused,
    DuesRefused,
    TermRefused,
    begin_contact,
    begin_term,
    credit_invoice,
    issue_invoice,
)
from members.organisations.models import Contact, CreditNote, Invoice, MembershipTerm
from members.organisations.rules import Bill, Role
from tests.at_once import said_at_once
from tests.factories.organisations import (
    FullMemberCategoryFactory,
    InvoiceFactory,
    OrganisationFactory,
    PersonFactory,
    TermFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)
at_once = partial(said_at_once, refused=(ContactRefused, DuesRefused, TermRefused))
BILL = Bill(year=2026, amount=60_000, currency="CHF", issued_on=date(2026, 1, 15), due_on=date(2026, 3, 31))
DAY = date(2026, 6, 10)


@pytest.fixture(autouse=True)
def database_of_many_connections() -> None:
    if isinstance(connection, SQLite) and connection.is_in_memory_db():
        pytest.skip("SQLite in memory has one connection; PostgreSQL and a file run this")


def test_invoices_issued_at_once_are_numbered_without_gaps() -> None:
    terms = [TermFactory() for _ in range(4)]

    at_once(*(lambda term=term: issue_invoice(term, bill=BILL) for term in terms))

    assert sorted(Invoice.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_one_term_gets_one_invoice_for_a_year() -> None:
    term = TermFactory(organisation__name="Lantern Forum")

    ends = at_once(*[lambda: issue_invoice(term, bill=BILL)] * 3)

    assert ends.count("Lantern Forum has its invoice for 2026.") == 2
    assert Invoice.objects.count() == 1


def test_an_invoice_is_not_given_back_twice() -> None:
    invoice = InvoiceFactory(amount=100)

    ends = at_once(*[lambda: credit_invoice(invoice, amount=60, because="Reduced fee", on=DAY)] * 2)

    assert ends.count("A credit note gives back no more than the invoice asks.") == 1
    assert list(CreditNote.objects.values_list("number", flat=True)) == [1]


def test_two_primary_contacts_do_not_begin_at_once() -> None:
    organisation = OrganisationFactory()
    people = [PersonFactory(), PersonFactory()]

    at_once(
        *(
            lambda person=person: begin_contact(organisation, person=person, role=Role.PRIMARY, from_on=DAY)
            for person in people
        )
    )

    assert Contact.objects.count() == 1


def test_two_terms_do_not_begin_at_once() -> None:
    organisation, category = OrganisationFactory(), FullMemberCategoryFactory()

    at_once(*[lambda: begin_term(organisation, category=category, from_on=DAY)] * 2)

    assert MembershipTerm.objects.count() == 1
