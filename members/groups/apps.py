from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GroupsConfig(AppConfig):
    name = "members.groups"
    label = "groups"
    verbose_name = _("Working groups")
    default_auto_field = "django.db.models.BigAutoField"

    def import_models(self) -> None:
        super().import_models()
        # guardian lives in permissions.py alone, and so does the one table of ours that it reads.
        import_module("members.groups.permissions")
