"""The migrations that write rows or triggers, forwards and back."""

from datetime import date
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from members.organisations.models import CreditNote, Invoice
from tests.factories.organisations import CreditNoteFactory, InvoiceFactory, OrganisationFactory, TermFactory

pytestmark = pytest.mark.django_db
NUMBERS: Any = import_module("members.organisations.migrations.0004_numbers_without_gaps")
TERMS: Any = import_module("members.organisations.migrations.0002_terms_do_not_overlap")


def editor() -> Any:
    """What a migration has for its statements; Django's own refuses to work inside a test's transaction on SQLite."""

    def execute(statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return SimpleNamespace(connection=connection, execute=execute)


def test_without_the_guard_a_gap_is_possible_and_with_it_never() -> None:
    NUMBERS.unguard(apps, editor())
    InvoiceFactory(number=5), CreditNoteFactory(number=7, invoice__number=6)

    NUMBERS.guard(apps, editor())

    with pytest.raises(DatabaseError, match="without_gaps"), transaction.atomic():
        InvoiceFactory(number=8)
    assert InvoiceFactory(number=7).number == 7
    assert list(CreditNote.objects.values_list("number", flat=True)) == [7]


def test_without_the_guard_terms_overlap_and_with_it_never() -> None:
    TERMS.unguard(apps, editor())
    first = TermFactory(until_on=date(2020, 1, 1))
    TermFactory(organisation=first.organisation, from_on=date(2015, 1, 1))

    TERMS.guard(apps, editor())

    with pytest.raises(DatabaseError, match="terms_do_not_overlap"), transaction.atomic():
        TermFactory(organisation=first.organisation, from_on=date(2012, 1, 1), until_on=date(2013, 1, 1))


def test_each_invoice_gets_the_term_of_its_year_and_loses_it_again() -> None:
    first = TermFactory(from_on=date(2010, 1, 1), until_on=date(2024, 5, 1))
    second = TermFactory(organisation=first.organisation, from_on=date(2024, 5, 1))
    for year in (2009, 2023, 2024, 2025):
        InvoiceFactory(organisation=first.organisation, year=year)
    InvoiceFactory(organisation=OrganisationFactory(), year=2025)

    NUMBERS.name_the_term(apps, editor())
    named = list(Invoice.objects.order_by("pk").values_list("term", flat=True))
    NUMBERS.forget_the_term(apps, editor())

    assert named == [None, first.pk, second.pk, second.pk, None]
    assert not Invoice.objects.exclude(term=None).exists()
