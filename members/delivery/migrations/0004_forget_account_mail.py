"""Mails of accounts that were settled before they were forgotten: their links and codes go, as they do from now on."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

OPEN = ("pending", "deferred", "claimed", "submitting", "uncertain")


def forget(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    deliveries = apps.get_model("delivery", "Delivery").objects
    waiting = deliveries.filter(dispatch=models.OuterRef("dispatch"), state__in=OPEN)
    renderings = apps.get_model("delivery", "Rendering").objects.filter(dispatch__stream="account")
    renderings.filter(~models.Exists(waiting)).update(text="", html="")


class Migration(migrations.Migration):
    dependencies = [("delivery", "0003_feedback_counts_once")]
    # Backwards nothing comes back: what was forgotten is forgotten.
    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
