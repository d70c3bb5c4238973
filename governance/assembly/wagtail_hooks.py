from wagtail import hooks

from governance.assembly.admin import AssemblyViewSet


@hooks.register("register_admin_viewset")
def assemblies() -> AssemblyViewSet:
    return AssemblyViewSet()
