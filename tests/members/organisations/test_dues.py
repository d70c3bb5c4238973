"""Invoices, payments and credit notes: what happens, and what is refused with which sentence."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import translation

from cms.languages.text import TranslatedText
from members.organisations.actions import (
    DuesRefused,
    credit_invoice,
    issue_invoice,
    issue_invoices,
    record_payment,
    take_back_payment,
)
from members.organisations.models import Invoice, Payment
from members.organisations.queries import standing_of
from members.organisations.rules import Bill
from members.organisations.templatetags.money import money
from tests.factories.organisations import (
    CategoryFactory,
    CreditNoteFactory,
    InvoiceFactory,
    PaymentFactory,
    TermFactory,
    member,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 10)
BILL = Bill(year=2026, amount=60_000, currency="CHF", issued_on=date(2026, 1, 15), due_on=date(2026, 3, 31))


def test_invoices_are_numbered_one_after_the_other() -> None:
    InvoiceFactory(number=1)

    made = [issue_invoice(TermFactory(), bill=BILL) for _ in range(3)]

    assert [invoice.number for invoice in made] == [2, 3, 4]
    assert str(made[0]) == "2026/2"


def test_an_invoice_that_is_refused_leaves_no_gap() -> None:
    term = TermFactory()
    issue_invoice(term, bill=BILL)
    with pytest.raises(DuesRefused, match=f"{term.organisation} has its invoice for 2026."):
        issue_invoice(term, bill=BILL)

    assert issue_invoice(TermFactory(), bill=BILL).number == 2


def test_who_comes_back_in_the_same_year_pays_for_each_term() -> None:
    first = TermFactory(until_on=date(2026, 5, 1))
    second = TermFactory(organisation=first.organisation, from_on=date(2026, 5, 1))

    made = [issue_invoice(term, bill=BILL) for term in (first, second)]

    assert [invoice.term for invoice in made] == [first, second]


def test_an_invoice_from_before_terms_were_named_counts() -> None:
    term = TermFactory()
    InvoiceFactory(organisation=term.organisation, year=2026, term=None)

    with pytest.raises(DuesRefused, match="has its invoice for 2026"):
        issue_invoice(term, bill=BILL)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"amount": 0}, r"Write an amount above zero\."),
        ({"due_on": date(2026, 1, 14)}, r"An invoice falls due on the day of issue or later\."),
        ({"year": 2009}, r"This membership term holds on no day of 2009\."),
    ],
)
def test_nonsense_is_not_invoiced(changed: dict[str, Any], sentence: str) -> None:
    term = TermFactory(from_on=date(2010, 1, 1))

    with pytest.raises(DuesRefused, match=sentence):
        issue_invoice(term, bill=replace(BILL, **changed))

    assert not Invoice.objects.exists()


def test_who_pays_no_dues_gets_no_invoice() -> None:
    term = TermFactory(category=CategoryFactory(pays=False))

    with pytest.raises(DuesRefused, match=r"Organisations in this category pay no dues\."):
        issue_invoice(term, bill=BILL)

    assert issue_invoices(bill=BILL) == []


def test_a_year_is_invoiced_to_members_of_that_day_who_have_none() -> None:
    InvoiceFactory(organisation=member(name="Served"), number=1, year=2026)
    TermFactory(organisation__name="Left", until_on=BILL.issued_on)
    TermFactory(organisation__name="Late", from_on=date(2026, 1, 16))
    member(name="Baobab"), member(name="Lantern")

    made = issue_invoices(bill=BILL)

    assert [(invoice.number, invoice.organisation.name) for invoice in made] == [(2, "Baobab"), (3, "Lantern")]
    assert {invoice.amount for invoice in made} == {60_000}
    assert issue_invoices(bill=BILL) == []


def test_a_year_of_nothing_is_refused() -> None:
    with pytest.raises(DuesRefused, match="above zero"):
        issue_invoices(bill=replace(BILL, amount=0))


def test_the_database_itself_refuses_a_gap() -> None:
    InvoiceFactory(number=1)

    with pytest.raises(DatabaseError, match="invoices_are_numbered_without_gaps"), transaction.atomic():
        InvoiceFactory(number=3)
    with pytest.raises(DatabaseError, match="credit_notes_are_numbered_without_gaps"), transaction.atomic():
        CreditNoteFactory(number=2)


def test_the_database_itself_keeps_numbers_and_rows() -> None:
    invoice = InvoiceFactory(number=1)

    with pytest.raises(DatabaseError, match="invoices_keep_their_number"), transaction.atomic():
        Invoice.objects.update(number=2)
    with pytest.raises(DatabaseError, match="invoices_are_never_deleted"), transaction.atomic():
        Invoice.objects.filter(pk=invoice.pk).delete()

    assert list(Invoice.objects.values_list("number", flat=True)) == [1]


def test_the_database_itself_refuses_a_second_invoice_for_a_term_and_year() -> None:
    term = TermFactory()
    issue_invoice(term, bill=BILL)

    with pytest.raises(IntegrityError), transaction.atomic():
        InvoiceFactory(organisation=term.organisation, term=term, year=2026)


def test_a_payment_closes_an_invoice() -> None:
    invoice = InvoiceFactory(amount=60_000)

    record_payment(invoice, amount=20_000, paid_on=date(2026, 3, 3), reference="B 7", on=DAY)
    half = invoice.due_until(DAY).open_amount
    record_payment(invoice, amount=40_000, paid_on=DAY, reference="", on=DAY)

    assert half == 40_000
    assert not invoice.due_until(DAY).is_open
    assert invoice.due_until(date(2026, 6, 9)).open_amount == 40_000
    assert not Invoice.objects.open_on(DAY).exists()
    assert Invoice.objects.open_on(date(2026, 6, 9)).get() == invoice


@pytest.mark.parametrize(
    ("amount", "paid_on", "sentence"),
    [
        (0, DAY, r"Write an amount above zero\."),
        (1, date(2026, 6, 11), r"A payment is written down when it has arrived, not before\."),
    ],
)
def test_a_payment_of_nothing_or_of_tomorrow_is_refused(amount: int, paid_on: date, sentence: str) -> None:
    with pytest.raises(DuesRefused, match=sentence):
        record_payment(InvoiceFactory(), amount=amount, paid_on=paid_on, reference="", on=DAY)

    assert not Payment.objects.exists()


def test_a_payment_that_was_a_mistake_never_counted() -> None:
    payment = PaymentFactory(invoice=InvoiceFactory(organisation=member(), year=2024, due_on=date(2024, 3, 31)))
    before = standing_of(payment.invoice.organisation, on=DAY)

    take_back_payment(payment, because="Another organisation’s", on=DAY)

    assert before.is_good
    assert not standing_of(payment.invoice.organisation, on=DAY).is_good
    with pytest.raises(DuesRefused, match="This payment was taken back on 2026-06-10 already"):
        take_back_payment(payment, because="Again", on=DAY)


def test_a_payment_is_not_taken_back_without_a_reason() -> None:
    payment = PaymentFactory()

    with pytest.raises(DuesRefused, match=r"Say why: the reason stays beside it\."):
        take_back_payment(payment, because="", on=DAY)

    assert Payment.objects.standing().get() == payment


def test_credit_notes_have_numbers_of_their_own() -> None:
    invoice = InvoiceFactory(amount=60_000)

    notes = [credit_invoice(invoice, amount=30_000, because="Reduced fee", on=DAY) for _ in range(2)]

    assert [note.number for note in notes] == [1, 2]
    assert [str(note) for note in notes] == ["2026/1 · 1", "2026/1 · 2"]
    assert invoice.due_until(DAY).open_amount == 0


@pytest.mark.parametrize(
    ("amount", "because", "sentence"),
    [
        (0, "Reduced fee", r"Write an amount above zero\."),
        (50_001, "Reduced fee", r"A credit note gives back no more than the invoice asks\."),
        (1, "", r"Say why: the reason stays beside it\."),
    ],
)
def test_a_credit_note_that_cannot_be_is_refused(amount: int, because: str, sentence: str) -> None:
    invoice = CreditNoteFactory(invoice__amount=60_000, amount=10_000).invoice

    with pytest.raises(DuesRefused, match=sentence):
        credit_invoice(invoice, amount=amount, because=because, on=DAY)

    assert invoice.credit_notes.count() == 1


@pytest.mark.parametrize(
    ("language", "currency", "said"),
    [
        ("en", "CHF", "CHF\xa0600.50"),
        ("en", "EUR", "€600.50"),
        ("fr", "CHF", "600,50\xa0CHF"),
        ("es", "CHF", "600,50\xa0CHF"),
    ],
)
def test_money_is_written_as_each_language_writes_it(language: str, currency: str, said: str) -> None:
    with translation.override(language):
        assert money(60_050, currency) == said


def test_every_row_says_what_it_is() -> None:
    payment = PaymentFactory(amount=5, invoice__number=1)
    category = CategoryFactory(label=TranslatedText(texts={"en": "Associate"}, prevails="en"))
    term = TermFactory(organisation__name="Lantern Forum", category=category)

    assert (str(payment), str(term)) == ("2026/1: 5", "Lantern Forum: Associate, 2010-01-01")
