from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BoxConfig(AppConfig):
    name = "governance.box"
    label = "box"
    verbose_name = _("Ballot box")
    default_auto_field = "django.db.models.BigAutoField"
