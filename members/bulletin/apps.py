from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BulletinConfig(AppConfig):
    name = "members.bulletin"
    label = "bulletin"
    verbose_name = _("Bulletin")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Web, worker and commands alike: whoever saves an issue, its pictures are known to be used in it."""
        from wagtail.models import ReferenceIndex

        from cms.queries import tell_uses_in
        from members.bulletin.models import Issue
        from members.bulletin.queries import picture_use

        ReferenceIndex.register_model(Issue)
        tell_uses_in(Issue, picture_use)
