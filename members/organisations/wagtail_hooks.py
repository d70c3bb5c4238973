from wagtail import hooks

from members.organisations.admin import MembersGroup


@hooks.register("register_admin_viewset")
def members_group() -> MembersGroup:
    return MembersGroup()
