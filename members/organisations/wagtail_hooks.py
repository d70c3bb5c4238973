from wagtail import hooks
from wagtail.permissions import register_permission_policy

from members.organisations.admin import MembersGroup
from members.organisations.admin.acting import NothingIsChanged, NothingIsDeleted
from members.organisations.models import Agreement, Contact, Invoice, MembershipTerm

register_permission_policy(MembershipTerm, NothingIsDeleted(MembershipTerm))
register_permission_policy(Contact, NothingIsDeleted(Contact))
register_permission_policy(Agreement, NothingIsDeleted(Agreement))
register_permission_policy(Invoice, NothingIsChanged(Invoice))


@hooks.register("register_admin_viewset")
def members_group() -> MembersGroup:
    return MembersGroup()
