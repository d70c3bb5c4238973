from django.db import migrations, models

import cms.keys


class Migration(migrations.Migration):
    dependencies = [("groups", "0002_requests_have_keys")]

    operations = [
        migrations.AlterField(
            model_name="joinrequest",
            name="key",
            field=models.CharField(default=cms.keys.new_key, editable=False, max_length=10, unique=True),
        ),
        migrations.AlterField(
            model_name="subscription",
            name="frequency",
            field=models.CharField(
                choices=[
                    ("every_reply", "Each post and each document at once"),
                    ("daily", "Once a day, if there is something"),
                    ("when_named", "Only when somebody names me"),
                    ("never", "No mail from this group"),
                ],
                default="daily",
                max_length=12,
                verbose_name="how often",
            ),
        ),
    ]
