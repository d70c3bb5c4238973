"""The secretariat issues invoices, writes payments down, gives back and agrees plans."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.accounts.models import User
from members.organisations.models import Agreement, CreditNote, Invoice, Payment
from tests.factories.organisations import (
    InvoiceFactory,
    ObserverCategoryFactory,
    PaymentFactory,
    TermFactory,
    member,
)

pytestmark = pytest.mark.django_db


def test_an_invoice_is_never_changed(secretary: User, client: Client) -> None:
    invoice = InvoiceFactory(amount=60_000)

    answer = client.post(reverse("invoice:edit", args=[invoice.pk]), {"sum": "1"})

    assert answer.headers["Location"] == "/admin/"
    assert Invoice.objects.get().amount == 60_000


def test_an_invoice_is_issued_in_francs(secretary: User, client: Client) -> None:
    term = TermFactory()
    typed = {"term": term.pk, "year": "2026", "sum": "600.50", "currency": "CHF"}

    answer = client.post(reverse("invoice:add"), {**typed, "issued_on": "2026-01-15", "due_on": "2026-03-31"})

    invoice = Invoice.objects.get()
    assert answer.headers["Location"] == reverse("invoice:inspect", args=[invoice.pk])
    assert (invoice.number, invoice.year, invoice.amount, invoice.currency) == (1, 2026, 60_050, "CHF")
    assert (invoice.term, invoice.organisation, invoice.due_on) == (term, term.organisation, date(2026, 3, 31))


def test_a_second_invoice_for_the_year_is_refused_on_the_form(secretary: User, client: Client) -> None:
    term = TermFactory(organisation__name="Lantern Forum")
    InvoiceFactory(organisation=term.organisation, term=term, year=2026)
    typed = {"term": term.pk, "year": "2026", "sum": "600", "currency": "CHF"}

    page = client.post(
        reverse("invoice:add"), {**typed, "issued_on": "2026-01-15", "due_on": "2026-03-31"}
    ).content.decode()

    assert "This membership has its invoice for that year." in page
    assert Invoice.objects.count() == 1


def test_a_year_is_invoiced_at_once(secretary: User, client: Client) -> None:
    member(name="Baobab"), member(name="Lantern")
    TermFactory(category=ObserverCategoryFactory(pays=False))
    typed = {"year": "2026", "sum": "600", "currency": "CHF", "issued_on": "2026-01-15", "due_on": "2026-03-31"}

    page = client.post(reverse("invoice:year"), typed, follow=True).content.decode()

    assert "2 invoices were issued." in page
    rows = Invoice.objects.order_by("number").values_list("number", "organisation__name")
    assert list(rows) == [(1, "Baobab"), (2, "Lantern")]


def test_a_year_that_falls_due_before_its_issue_is_refused(secretary: User, client: Client) -> None:
    typed = {"year": "2026", "sum": "600", "currency": "CHF", "issued_on": "2026-01-15", "due_on": "2026-01-14"}

    page = client.post(reverse("invoice:year"), typed).content.decode()

    assert "An invoice falls due on the day of issue or later." in page
    assert 'value="600"' in page


def test_a_payment_and_a_credit_note_close_an_invoice(secretary: User, client: Client) -> None:
    invoice = InvoiceFactory(amount=60_000)
    desk = reverse("invoice:inspect", args=[invoice.pk])

    client.post(reverse("invoice:pay", args=[invoice.pk]), {"sum": "500", "paid_on": "2026-03-03", "reference": "B 7"})
    half = client.get(desk).content.decode()
    client.post(reverse("invoice:credit", args=[invoice.pk]), {"credit-sum": "100", "credit-because": "Reduced fee"})
    whole = client.get(desk).content.decode()

    payment, note = Payment.objects.get(), CreditNote.objects.get()
    assert (payment.amount, payment.reference, note.amount, note.because) == (50_000, "B 7", 10_000, "Reduced fee")
    assert "CHF\xa0100.00 open" in half
    assert "Nothing is open." in whole
    assert "credit note 1 of CHF\xa0100.00, Reduced fee" in whole


@pytest.mark.parametrize(
    ("screen", "typed", "sentence"),
    [
        ("pay", {"sum": "0", "paid_on": "2026-03-03", "reference": "kept"}, "Write an amount above zero."),
        ("pay", {"sum": "5", "paid_on": "2999-03-03", "reference": "kept"}, "when it has arrived, not before"),
        ("credit", {"credit-sum": "601", "credit-because": "kept"}, "gives back no more than the invoice asks"),
        ("credit", {"credit-sum": "", "credit-because": "kept"}, "Write a number in “Amount”."),
    ],
)
def test_what_is_refused_beside_an_invoice_is_said_and_kept(
    secretary: User, client: Client, screen: str, typed: dict[str, str], sentence: str
) -> None:
    invoice = InvoiceFactory(amount=60_000)

    answer = client.post(reverse(f"invoice:{screen}", args=[invoice.pk]), typed)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert 'value="kept"' in answer.content.decode()
    assert not Payment.objects.exists()
    assert not CreditNote.objects.exists()


def test_a_payment_is_taken_back_with_a_reason(secretary: User, client: Client) -> None:
    payment = PaymentFactory()
    address = reverse("invoice:take_back", args=[payment.pk])

    without = client.post(address, {"because": " "}, follow=True).content.decode()
    with_one = client.post(address, {"because": "Another’s money"}, follow=True).content.decode()

    payment.refresh_from_db()
    assert "Say why: the reason stays beside it." in without
    assert "The payment does not count any more." in with_one
    assert (payment.taken_back_on, payment.taken_back_because) == (timezone.now().date(), "Another’s money")


def test_a_plan_is_agreed_and_ended_early(secretary: User, client: Client) -> None:
    organisation = member()
    typed = {"organisation": organisation.pk, "terms": "Two halves", "from_on": "2026-01-01", "until_on": "2027-01-01"}

    client.post(reverse("agreement:add"), typed)
    plan = Agreement.objects.get()
    again = client.post(reverse("agreement:add"), typed).content.decode()
    client.post(reverse("agreement:edit", args=[plan.pk]), {"until_on": "2026-07-01"})
    late = client.post(reverse("agreement:edit", args=[plan.pk]), {"until_on": "2026-08-01"}).content.decode()

    plan.refresh_from_db()
    assert "has a payment plan in that time. End it first." in again
    assert "This plan ends on 2026-07-01 already." in late
    assert (plan.terms, plan.until_on) == ("Two halves", date(2026, 7, 1))
