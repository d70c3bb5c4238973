from django.db import migrations, models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now


def read_the_consents(apps, schema_editor):
    """What the consents said so far, by the day of the deployment; from then on the worker keeps it."""
    consents = apps.get_model("cms", "ImageConsent").objects.filter(image=OuterRef("pk"))
    running = Q(until_on__isnull=True) | Q(until_on__gt=Now())
    printing = Exists(consents.filter(running, uses__contains="print", territory="", withdrawn_at__isnull=True))
    withdrawn = Exists(consents.filter(withdrawn_at__isnull=False))
    apps.get_model("cms", "PlenaryImage").objects.filter(printing, ~withdrawn).update(print_agreed=True)


class Migration(migrations.Migration):
    """A page on the screen is not a page on paper: consent may cover the one without the other."""

    dependencies = [("cms", "0012_papers_wait_for_review")]

    operations = [
        migrations.AddField(
            model_name="plenaryimage",
            name="print_agreed",
            field=models.BooleanField(default=False, editable=False, verbose_name="agreed for print"),
        ),
        migrations.RunPython(read_the_consents, migrations.RunPython.noop),
    ]
