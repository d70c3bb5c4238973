from wagtail import hooks

from members.groups.admin import WorkingGroups


@hooks.register("register_admin_viewset")
def working_groups() -> WorkingGroups:
    return WorkingGroups()
