from wagtail import hooks
from wagtail.permissions import register_permission_policy

from members.delivery.admin import DeleteOnly, MailGroup, ReadOnly
from members.delivery.models import Dispatch, Suppression

register_permission_policy(Dispatch, ReadOnly(Dispatch))
register_permission_policy(Suppression, DeleteOnly(Suppression))


@hooks.register("register_admin_viewset")
def mail() -> MailGroup:
    return MailGroup()
