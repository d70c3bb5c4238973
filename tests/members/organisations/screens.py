"""What the tests of the admin's screens share."""

from datetime import date

from members.organisations.models import Agreement, Organisation
from tests.factories.organisations import OrganisationFactory

MODELS = ["organisation", "contact", "membershipterm", "invoice", "agreement", "category"]


def agreement(organisation: Organisation | None = None) -> Agreement:
    """A payment plan since the beginning of 2026, without an end."""
    made: Agreement = Agreement.objects.create(
        organisation=organisation or OrganisationFactory(), terms="Two halves", from_on=date(2026, 1, 1)
    )
    return made
