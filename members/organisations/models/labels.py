"""The words for the vocabulary of the rules."""

from django.utils.translation import gettext_lazy as _

from members.organisations.rules import Kind, Reason, Right, Role

ROLES = {
    Role.PRIMARY.value: _("Primary contact"),
    Role.DELEGATE.value: _("Delegate"),
    Role.FINANCE.value: _("Finance contact"),
    Role.BULLETIN.value: _("Bulletin reader"),
}
KINDS = {
    Kind.COALITION.value: _("Coalition"),
    Kind.NGO.value: _("Non-governmental organisation"),
    Kind.INSTITUTION.value: _("National human rights institution"),
    Kind.CHILD_LED.value: _("Child-led organisation"),
    Kind.UNIVERSITY.value: _("University"),
}
RIGHTS = {
    Right.VOTE: _("vote"),
    Right.PROPOSE: _("propose"),
    Right.STAND: _("stand for election"),
    Right.ATTEND: _("attend"),
}
REASONS = {
    Reason.NOT_A_MEMBER: _("not a member on that day"),
    Reason.CATEGORY: _("its category of membership does not include this"),
    Reason.DUES: _("its dues are a year or more in arrears"),
}
