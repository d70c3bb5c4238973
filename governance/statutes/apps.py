from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatutesConfig(AppConfig):
    name = "governance.statutes"
    label = "statutes"
    verbose_name = _("Statutes")
    default_auto_field = "django.db.models.BigAutoField"
