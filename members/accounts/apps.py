from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "members.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Wagtail's own screens ask for first and last names; its app's configuration names the class to use instead.
        apps.get_app_config("wagtailusers").user_viewset = "members.accounts.admin.PeopleViewSet"  # type: ignore[attr-defined]
