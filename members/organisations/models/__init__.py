from members.organisations.models.dues import Invoice, Payment
from members.organisations.models.membership import Category, MembershipTerm
from members.organisations.models.organisation import Contact, Organisation

__all__ = ["Category", "Contact", "Invoice", "MembershipTerm", "Organisation", "Payment"]
