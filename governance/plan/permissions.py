"""Who may do what with the plan. Everybody reads it."""

from wagtail.permission_policies import ModelPermissionPolicy

from members.accounts.models import User


class NothingIsErased(ModelPermissionPolicy):
    """What members once promised stays, though it may be reworded; not by an administrator either."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return action != "delete" and bool(super().user_has_permission(user, action))


def may_enter_figures(user: object) -> bool:
    return isinstance(user, User) and user.has_perm("plan.add_measurement")
