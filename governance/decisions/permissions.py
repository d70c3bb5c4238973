"""Who may do what with decisions. The verb `Decision.objects.visible_to` is the same as `may_see`, for lists."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from wagtail.permission_policies import ModelPermissionPolicy

from governance.decisions import rules
from governance.decisions.models import Body, Decision, FollowUp, Office
from governance.decisions.rules import Procedure, Standpoint, State
from members.accounts.models import User
from members.organisations.permissions import is_member_person


def standpoint_of(user: User | AnonymousUser, body: Body, *, on: date) -> Standpoint:
    """Who this person is to the body on that day."""
    if not isinstance(user, User) or not user.is_active:
        return Standpoint.OUTSIDE
    if sits_in(body, user=user, on=on):
        return Standpoint.BODY
    if is_secretariat(user):
        return Standpoint.SECRETARIAT
    return Standpoint.MEMBERS if is_member_person(user, on=on) else Standpoint.OUTSIDE


def sits_in(body: Body, *, user: User, on: date) -> bool:
    return Office.objects.on(on).of(user).filter(body=body).exists()


def is_secretariat(user: User) -> bool:
    """Runs every body, and is asked for nothing by silence."""
    return user.is_staff


def may_see(user: User | AnonymousUser, decision: Decision, *, on: date) -> bool:
    return rules.may_read(
        standpoint_of(user, decision.body, on=on),
        state=State(decision.state),
        procedure=Procedure(decision.procedure),
        opened_at=decision.opened_at,
    )


def may_run(user: User | AnonymousUser, body: Body, *, on: date) -> bool:
    """Propose to the body, open and withdraw its decisions, read its drafts and who answered what."""
    return rules.may_run(standpoint_of(user, body, on=on))


def may_finish(user: User, follow_up: FollowUp) -> bool:
    """Its owner says that it is carried out, or the secretariat for them."""
    return follow_up.owner_id == user.pk or is_secretariat(user)


class NothingIsErased(ModelPermissionPolicy):
    """In the admin: what the register needs to be understood later is never deleted, not by an administrator."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return action != "delete" and bool(super().user_has_permission(user, action))


class NothingIsRewritten(NothingIsErased):
    """Nor edited: it changes by what happens to it."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return action != "change" and super().user_has_permission(user, action)
