from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"
    verbose_name = _("Content")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Web, worker and commands alike: whoever writes, counts."""
        from cms.front.statements import listen_to_every_connection

        listen_to_every_connection()
