from wagtail import hooks

from governance.statutes.admin import StatutesViewSet


@hooks.register("register_admin_viewset")
def statutes() -> StatutesViewSet:
    return StatutesViewSet()
