"""The secretariat's screens: who they open for, what they do, and what they say when an action refuses."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from members.accounts.models import User
from members.organisations.models import Agreement, Category, Contact, CreditNote, Invoice, MembershipTerm, Payment
from tests.factories.accounts import StaffFactory, UserFactory, editor, sign_in_with_second_factor
from tests.factories.organisations import (
    ContactFactory,
    CreditNoteFactory,
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
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
MODELS = ["organisation", "contact", "membershipterm", "invoice", "agreement", "category"]


@pytest.fixture
def secretary(site_root: SiteRoot, client: Client) -> User:
    return sign_in_with_second_factor(client, StaffFactory(name="Ilse Marchetti-Bo"))


def text(response: HttpResponse) -> str:
    return response.content.decode()


def agreement(**fields: object) -> Agreement:
    terms = {"terms": "Two halves", "from_on": date(2026, 1, 1), **fields}
    organisation = terms.pop("organisation", None) or OrganisationFactory()
    made: Agreement = Agreement.objects.create(organisation=organisation, **terms)
    return made


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("screen", ["index", "add"])
def test_every_screen_opens_for_the_secretariat(secretary: User, client: Client, model: str, screen: str) -> None:
    assert client.get(reverse(f"{model}:{screen}")).status_code == 200


@pytest.mark.parametrize("model", MODELS)
def test_no_screen_opens_for_an_editor_without_the_right(site_root: SiteRoot, client: Client, model: str) -> None:
    sign_in_with_second_factor(client, editor())

    answers = [client.get(reverse(f"{model}:{screen}")) for screen in ("index", "add")]

    assert [answer.headers.get("Location") for answer in answers] == ["/admin/", "/admin/"]


def own_screens() -> list[tuple[str, str]]:
    invoice = PaymentFactory().invoice
    organisation, payment = invoice.organisation.pk, invoice.payments.get().pk
    return [
        ("get", reverse("organisation:desk", args=[organisation])),
        ("get", reverse("organisation:offer", args=[organisation])),
        ("post", reverse("organisation:offer", args=[organisation])),
        ("get", reverse("invoice:year")),
        ("post", reverse("invoice:year")),
        ("post", reverse("invoice:pay", args=[invoice.pk])),
        ("post", reverse("invoice:credit", args=[invoice.pk])),
        ("post", reverse("invoice:take_back", args=[payment])),
    ]


def test_no_screen_of_our_own_does_either(site_root: SiteRoot, client: Client) -> None:
    screens = own_screens()
    sign_in_with_second_factor(client, editor())

    answers = [getattr(client, method)(address, {"because": "x"}) for method, address in screens]

    assert {answer.headers.get("Location") for answer in answers} == {"/admin/"}
    assert Payment.objects.standing().count() == 1


def test_a_member_and_the_anonymous_find_no_screen(site_root: SiteRoot, client: Client) -> None:
    screens = own_screens()

    anonymous = [getattr(client, method)(address) for method, address in screens]
    client.force_login(delegate_of(member()))
    strangers = [getattr(client, method)(address, follow=True) for method, address in screens]

    assert {answer.headers["Location"].partition("?")[0] for answer in anonymous} == {"/en/accounts/login/"}
    assert {answer.status_code for answer in strangers} == {404}


def test_an_editor_with_one_right_gets_that_screen_alone(site_root: SiteRoot, client: Client) -> None:
    person = editor()
    person.user_permissions.add(Permission.objects.get(codename="change_organisation"))
    organisation = member()
    sign_in_with_second_factor(client, person)

    seen = client.get(reverse("organisation:desk", args=[organisation.pk]))
    dues = client.get(reverse("invoice:index"))

    assert (seen.status_code, dues.status_code) == (200, 302)


@pytest.mark.parametrize("model", ["contact", "membershipterm", "agreement", "invoice"])
def test_nothing_dated_is_deleted(secretary: User, client: Client, model: str) -> None:
    rows = {
        "contact": ContactFactory,
        "membershipterm": TermFactory,
        "agreement": agreement,
        "invoice": InvoiceFactory,
    }
    row = rows[model]()

    answer = client.post(reverse(f"{model}:delete", args=[row.pk]))

    assert answer.headers["Location"] == "/admin/"
    assert type(row).objects.filter(pk=row.pk).exists()


def test_an_invoice_is_never_changed(secretary: User, client: Client) -> None:
    invoice = InvoiceFactory(amount=60_000)

    answer = client.post(reverse("invoice:edit", args=[invoice.pk]), {"sum": "1"})

    assert answer.headers["Location"] == "/admin/"
    assert Invoice.objects.get().amount == 60_000


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

    page = text(client.post(reverse("membershipterm:add"), {**typed, "began_because": "Second admission"}))

    assert "Lantern Forum has a membership term on that day or later. End it first." in page
    assert 'value="Second admission"' in page
    assert MembershipTerm.objects.get() == term


def test_a_term_is_only_ended(secretary: User, client: Client) -> None:
    term = TermFactory()
    address = reverse("membershipterm:edit", args=[term.pk])
    typed = {"until_on": "2026-07-01", "ended_because": "Resigned", "from_on": "1999-01-01"}

    page = text(client.get(address))
    client.post(address, typed)
    again = text(client.post(address, {**typed, "until_on": "2030-01-01"}))

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

    page = text(client.post(reverse("contact:add"), {**typed, "from_on": "2026-05-01"}))

    assert "Lantern Forum has a primary contact on that day or later. End that role first." in page
    assert Contact.objects.get() == first


def test_a_role_does_not_end_before_it_begins(secretary: User, client: Client) -> None:
    contact = ContactFactory(from_on=date(2026, 5, 1))

    page = text(client.post(reverse("contact:edit", args=[contact.pk]), {"until_on": "2026-05-01"}))

    contact.refresh_from_db()
    assert contact.until_on is None
    assert "A role ends after the day on which it began, 2026-05-01." in page


def test_a_form_is_begun_with_the_organisation_of_its_address(secretary: User, client: Client) -> None:
    organisation = OrganisationFactory(name="Lantern Forum")

    page = text(client.get(reverse("membershipterm:add") + f"?organisation={organisation.pk}"))

    assert f'<option value="{organisation.pk}" selected>Lantern Forum</option>' in page


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

    page = text(client.post(reverse("invoice:add"), {**typed, "issued_on": "2026-01-15", "due_on": "2026-03-31"}))

    assert "This membership has its invoice for that year." in page
    assert Invoice.objects.count() == 1


def test_a_year_is_invoiced_at_once(secretary: User, client: Client) -> None:
    member(name="Baobab"), member(name="Lantern")
    TermFactory(category=ObserverCategoryFactory(pays=False))
    typed = {"year": "2026", "sum": "600", "currency": "CHF", "issued_on": "2026-01-15", "due_on": "2026-03-31"}

    page = text(client.post(reverse("invoice:year"), typed, follow=True))

    assert "2 invoices were issued." in page
    rows = Invoice.objects.order_by("number").values_list("number", "organisation__name")
    assert list(rows) == [(1, "Baobab"), (2, "Lantern")]


def test_a_year_that_falls_due_before_its_issue_is_refused(secretary: User, client: Client) -> None:
    typed = {"year": "2026", "sum": "600", "currency": "CHF", "issued_on": "2026-01-15", "due_on": "2026-01-14"}

    page = text(client.post(reverse("invoice:year"), typed))

    assert "An invoice falls due on the day of issue or later." in page
    assert 'value="600"' in page


def test_a_payment_and_a_credit_note_close_an_invoice(secretary: User, client: Client) -> None:
    invoice = InvoiceFactory(amount=60_000)
    desk = reverse("invoice:inspect", args=[invoice.pk])

    client.post(reverse("invoice:pay", args=[invoice.pk]), {"sum": "500", "paid_on": "2026-03-03", "reference": "B 7"})
    half = text(client.get(desk))
    client.post(reverse("invoice:credit", args=[invoice.pk]), {"credit-sum": "100", "credit-because": "Reduced fee"})
    whole = text(client.get(desk))

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
        ("credit", {"credit-sum": "", "credit-because": "kept"}, "This field is required."),
    ],
)
def test_what_is_refused_beside_an_invoice_is_said_and_kept(
    secretary: User, client: Client, screen: str, typed: dict[str, str], sentence: str
) -> None:
    invoice = InvoiceFactory(amount=60_000)

    answer = client.post(reverse(f"invoice:{screen}", args=[invoice.pk]), typed)

    assert answer.status_code == 422
    assert sentence in text(answer)
    assert 'value="kept"' in text(answer)
    assert not Payment.objects.exists()
    assert not CreditNote.objects.exists()


def test_a_payment_is_taken_back_with_a_reason(secretary: User, client: Client) -> None:
    payment = PaymentFactory()
    address = reverse("invoice:take_back", args=[payment.pk])

    without = text(client.post(address, {"because": " "}, follow=True))
    with_one = text(client.post(address, {"because": "Another’s money"}, follow=True))

    payment.refresh_from_db()
    assert "Say why: the reason stays beside it." in without
    assert "The payment does not count any more." in with_one
    assert (payment.taken_back_on, payment.taken_back_because) == (timezone.now().date(), "Another’s money")


def test_a_plan_is_agreed_and_ended_early(secretary: User, client: Client) -> None:
    organisation = member()
    typed = {"organisation": organisation.pk, "terms": "Two halves", "from_on": "2026-01-01", "until_on": "2027-01-01"}

    client.post(reverse("agreement:add"), typed)
    plan = Agreement.objects.get()
    again = text(client.post(reverse("agreement:add"), typed))
    client.post(reverse("agreement:edit", args=[plan.pk]), {"until_on": "2026-07-01"})
    late = text(client.post(reverse("agreement:edit", args=[plan.pk]), {"until_on": "2026-08-01"}))

    plan.refresh_from_db()
    assert "has a payment plan in that time. End it first." in again
    assert "This plan ends on 2026-07-01 already." in late
    assert (plan.terms, plan.until_on) == ("Two halves", date(2026, 7, 1))


def test_the_page_of_an_organisation_says_its_standing_with_reasons(secretary: User, client: Client) -> None:
    organisation = member(name="Lantern Forum")
    delegate_of(organisation, name="Teodora Wanjiku-Lindqvist")
    invoice = InvoiceFactory(organisation=organisation, year=2024, due_on=date(2024, 3, 31), amount=60_000)
    CreditNoteFactory(invoice=invoice, amount=10_000)

    page = text(client.get(reverse("organisation:desk", args=[organisation.pk]) + "?on=2026-06-10"))

    assert "Standing on 10 June 2026" in page
    assert "<strong>No</strong>, its dues are a year or more in arrears" in page
    assert "Teodora Wanjiku-Lindqvist, Delegate" in page
    assert "CHF\xa0500.00 open" in page


@pytest.mark.parametrize(
    ("day", "says"),
    [("2009-12-31", "not a member on that day"), ("2024-06-10", "In good standing"), ("2026-06-31", "arrears")],
)
def test_the_standing_of_any_day_can_be_asked(secretary: User, client: Client, day: str, says: str) -> None:
    organisation = member()
    InvoiceFactory(organisation=organisation, year=2024, due_on=date(2024, 3, 31))

    page = text(client.get(reverse("organisation:desk", args=[organisation.pk]) + f"?on={day}"))

    assert says in page


def test_an_organisation_with_nothing_says_so(secretary: User, client: Client) -> None:
    page = text(client.get(reverse("organisation:desk", args=[OrganisationFactory().pk])))

    assert "It was never a member." in page
    assert "Nobody acts for it." in page
    assert "No invoice yet." in page


def test_the_list_of_organisations_shows_their_standing_today(secretary: User, client: Client) -> None:
    TermFactory(organisation__name="Observing", category=ObserverCategoryFactory())
    InvoiceFactory(organisation=member(name="Behind"), year=2024, due_on=date(2024, 3, 31))
    OrganisationFactory(name="Outside")

    page = text(client.get(reverse("organisation:index")))

    assert "In good standing" in page
    assert "its dues are a year or more in arrears" in page
    assert "not a member on that day" in page


def rows_of_each_kind() -> None:
    term = TermFactory(category=FullMemberCategoryFactory())
    ContactFactory(organisation=term.organisation)
    PaymentFactory(invoice=InvoiceFactory(organisation=term.organisation, term=term), amount=1)
    agreement(organisation=term.organisation)


@pytest.mark.parametrize("model", MODELS)
def test_every_list_takes_the_same_queries_for_one_and_three(secretary: User, client: Client, model: str) -> None:
    address = reverse(f"{model}:index")
    rows_of_each_kind()
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    rows_of_each_kind(), rows_of_each_kind()

    with CaptureQueriesContext(connection) as three:
        client.get(address)

    assert len(one) == len(three)


def test_the_page_of_an_organisation_takes_the_same_queries_for_one_and_three(secretary: User, client: Client) -> None:
    organisation = member()
    address = reverse("organisation:desk", args=[organisation.pk])
    PaymentFactory(invoice=InvoiceFactory(organisation=organisation, year=2020)), delegate_of(organisation)
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for year in (2021, 2022):
        PaymentFactory(invoice=InvoiceFactory(organisation=organisation, year=year)), delegate_of(organisation)

    with CaptureQueriesContext(connection) as three:
        client.get(address)

    assert len(one) == len(three)


def test_the_secretariat_offers_any_role_by_mail(secretary: User, client: Client, mailoutbox: list[object]) -> None:
    organisation = member(name="Lantern Forum")
    address = reverse("organisation:offer", args=[organisation.pk])
    typed = {"email": "amara@lantern.example", "name": "Amara", "language": "fr", "role": "primary"}

    page = text(client.post(address, typed, follow=True))
    ContactFactory(organisation=organisation, role="primary")
    refused = text(client.post(address, {**typed, "email": "b@lantern.example"}))

    assert "amara@lantern.example, Primary contact: asked" in page
    assert organisation.contact_offers.get().offered_by == secretary
    assert "Lantern Forum has a primary contact" in refused
    assert 'value="b@lantern.example"' in refused


def test_the_form_of_an_offer_opens(secretary: User, client: Client) -> None:
    page = client.get(reverse("organisation:offer", args=[member().pk]))

    assert 'value="primary"' in text(page)


def test_the_menu_leads_to_every_list(secretary: User, client: Client) -> None:
    page = text(client.get("/admin/"))

    assert all(reverse(f"{model}:index") in page for model in MODELS)


def test_a_person_of_the_network_does_not_exist_twice(secretary: User) -> None:
    """The factories of accounts and organisations make different people."""
    assert UserFactory().email != PersonFactory().email
