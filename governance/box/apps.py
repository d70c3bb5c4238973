from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _


def overwrite_what_is_deleted(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """SQLite leaves deleted rows in its file until something else needs the space: not in the box."""
    if connection.alias == "box" and connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


class BoxConfig(AppConfig):
    name = "governance.box"
    label = "box"
    verbose_name = _("Ballot box")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        connection_created.connect(overwrite_what_is_deleted, dispatch_uid="overwrite_what_is_deleted")
