"""Money that arrived is written down once."""

from datetime import date
from typing import Any

import pytest

from members.organisations.actions import DuesRefused, record_payment, take_back_payment
from tests.factories.organisations import InvoiceFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 10)


def test_a_button_pressed_twice_books_one_payment() -> None:
    invoice = InvoiceFactory(amount=60_000)
    said: dict[str, Any] = {"amount": 20_000, "paid_on": DAY, "reference": "B 7", "on": DAY}
    record_payment(invoice, **said)

    with pytest.raises(DuesRefused, match=r"This payment is written down already\. If the same sum arrived twice"):
        record_payment(invoice, **said)
    record_payment(invoice, **{**said, "reference": "B 7, second"})

    assert invoice.due_until(DAY).paid == 40_000


def test_a_payment_that_was_taken_back_may_be_written_down_again() -> None:
    invoice = InvoiceFactory(amount=60_000)
    said: dict[str, Any] = {"amount": 20_000, "paid_on": DAY, "reference": "B 7", "on": DAY}
    take_back_payment(record_payment(invoice, **said), because="Read wrongly", on=DAY)

    record_payment(invoice, **said)

    assert invoice.due_until(DAY).paid == 20_000
