"""Everything that can happen to an organisation, its membership, its people and its dues."""

from members.organisations.actions.contacts import ContactRefused, begin_contact, end_contact
from members.organisations.actions.dues import (
    DuesRefused,
    credit_invoice,
    issue_invoice,
    issue_invoices,
    record_payment,
    take_back_payment,
)
from members.organisations.actions.offers import accept_inviting_offer, accept_offer, offer_role, withdraw_offer
from members.organisations.actions.plans import agree_plan, end_plan
from members.organisations.actions.terms import TermRefused, begin_term, end_term

__all__ = [
    "ContactRefused",
    "DuesRefused",
    "TermRefused",
    "accept_inviting_offer",
    "accept_offer",
    "agree_plan",
    "begin_contact",
    "begin_term",
    "credit_invoice",
    "end_contact",
    "end_plan",
    "end_term",
    "issue_invoice",
    "issue_invoices",
    "offer_role",
    "record_payment",
    "take_back_payment",
    "withdraw_offer",
]
