from functools import reduce
from operator import or_

from django.db import migrations, models
from django.db.models import Q

import cms.languages.fields
import cms.languages.text

SAID = reduce(or_, (Q(alt_text__has_key=code) for code in ("en", "fr", "es")))
NAME = "a_picture_says_what_it_shows_or_is_decoration"


def into_texts(apps, schema_editor):
    for image in apps.get_model("cms", "PlenaryImage").objects.exclude(alt_text="").iterator():
        image.described = cms.languages.text.translated(en=image.alt_text)
        image.save(update_fields=["described"])


def into_one(apps, schema_editor):
    for image in apps.get_model("cms", "PlenaryImage").objects.iterator():
        image.alt_text = image.described.said("en").text[:300]
        image.save(update_fields=["alt_text"])


class Migration(migrations.Migration):
    """What a picture shows is said to readers in their own language."""

    dependencies = [("cms", "0006_originals_are_private")]

    operations = [
        migrations.RemoveConstraint(model_name="plenaryimage", name=NAME),
        migrations.AddField(
            model_name="plenaryimage",
            name="described",
            field=cms.languages.fields.TranslatedTextField(
                blank=True,
                default=cms.languages.text.TranslatedText,
                help_text="For those who do not see it, in each language that it is used in.",
                verbose_name="what the picture shows",
            ),
        ),
        migrations.RunPython(into_texts, into_one),
        migrations.RemoveField(model_name="plenaryimage", name="alt_text"),
        migrations.RenameField(model_name="plenaryimage", old_name="described", new_name="alt_text"),
        migrations.AddConstraint(
            model_name="plenaryimage",
            constraint=models.CheckConstraint(condition=SAID | Q(decorative=True), name=NAME),
        ),
    ]
