"""A request to join is asked for by a key of its own, never by the number of its row."""

from typing import Any

from django.db import migrations, models

import cms.keys


def give_keys(apps: Any, _editor: Any) -> None:
    requests = apps.get_model("groups", "JoinRequest").objects
    for request in requests.filter(key=None):
        requests.filter(pk=request.pk).update(key=cms.keys.new_key())


class Migration(migrations.Migration):
    dependencies = [("groups", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="joinrequest",
            name="key",
            field=models.CharField(default=None, editable=False, max_length=10, null=True),
        ),
        migrations.RunPython(give_keys, migrations.RunPython.noop, elidable=True),
    ]
