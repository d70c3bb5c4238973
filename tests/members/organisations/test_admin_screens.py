"""Who the screens of the secretariat open for, and what each list costs."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members.accounts.models import User
from members.organisations.models import Payment
from tests.factories.accounts import editor, sign_in_with_second_factor
from tests.factories.organisations import (
    ContactFactory,
    FullMemberCategoryFactory,
    InvoiceFactory,
    PaymentFactory,
    TermFactory,
    delegate_of,
    member,
)
from tests.members.organisations.screens import MODELS, agreement
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


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
    rows: dict[str, Callable[[], Any]] = {
        "contact": ContactFactory,
        "membershipterm": TermFactory,
        "agreement": agreement,
        "invoice": InvoiceFactory,
    }
    row = rows[model]()

    answer = client.post(reverse(f"{model}:delete", args=[row.pk]))

    assert answer.headers["Location"] == "/admin/"
    assert type(row).objects.filter(pk=row.pk).exists()


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
    rows_of_each_kind()
    rows_of_each_kind()

    with CaptureQueriesContext(connection) as three:
        client.get(address)

    assert len(one) == len(three)


def test_the_menu_leads_to_every_list(secretary: User, client: Client) -> None:
    page = client.get("/admin/").content.decode()

    assert all(reverse(f"{model}:index") in page for model in MODELS)
