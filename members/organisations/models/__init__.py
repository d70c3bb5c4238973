from members.organisations.models.dues import Agreement, CreditNote, Invoice, Numbering, Payment
from members.organisations.models.membership import Category, MembershipTerm
from members.organisations.models.offers import ContactOffer
from members.organisations.models.organisation import Contact, Organisation

__all__ = [
    "Agreement",
    "Category",
    "Contact",
    "ContactOffer",
    "CreditNote",
    "Invoice",
    "MembershipTerm",
    "Numbering",
    "Organisation",
    "Payment",
]
