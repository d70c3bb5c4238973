from wagtail import hooks
from wagtail.permissions import register_permission_policy

from members.delivery.admin import DispatchViewSet, ReadOnly
from members.delivery.models import Dispatch

register_permission_policy(Dispatch, ReadOnly(Dispatch))


@hooks.register("register_admin_viewset")
def dispatches() -> DispatchViewSet:
    return DispatchViewSet()
