from wagtail import hooks
from wagtail.permissions import register_permission_policy

from governance.decisions.admin import DecisionsGroup
from governance.decisions.models import Body, Decision, Office
from governance.decisions.permissions import NothingIsErased, NothingIsRewritten

register_permission_policy(Body, NothingIsErased(Body))
register_permission_policy(Decision, NothingIsErased(Decision))
register_permission_policy(Office, NothingIsRewritten(Office))


@hooks.register("register_admin_viewset")
def decisions_group() -> DecisionsGroup:
    return DecisionsGroup()
