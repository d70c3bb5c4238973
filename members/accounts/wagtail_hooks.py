from wagtail import hooks

from members.accounts.admin import InvitationViewSet


@hooks.register("register_admin_viewset")
def invitations() -> InvitationViewSet:
    return InvitationViewSet("invitations")
