from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssemblyConfig(AppConfig):
    name = "governance.assembly"
    label = "assembly"
    verbose_name = _("General assembly")
    default_auto_field = "django.db.models.BigAutoField"
