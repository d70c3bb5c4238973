"""Every degree is there now (0010), so that each study can point at its own by the code that it holds already."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("cms", "0010_say_un_regions")]

    operations = [
        migrations.AlterField(
            model_name='casestudypage',
            name='child_participation',
            field=models.ForeignKey(db_column='child_participation', default='none', on_delete=django.db.models.deletion.PROTECT, related_name='case_studies', to='cms.participation', to_field='code', verbose_name='child participation'),
        ),
    ]
