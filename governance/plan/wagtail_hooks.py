from wagtail import hooks
from wagtail.permissions import register_permission_policy

from governance.plan.admin import PlanGroup
from governance.plan.models import Indicator, Plan, Priority
from governance.plan.permissions import NothingIsErased

register_permission_policy(Plan, NothingIsErased(Plan))
register_permission_policy(Priority, NothingIsErased(Priority))
register_permission_policy(Indicator, NothingIsErased(Indicator))


@hooks.register("register_admin_viewset")
def plan_group() -> PlanGroup:
    return PlanGroup()
