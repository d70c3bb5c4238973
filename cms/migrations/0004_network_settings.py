import cms.languages.fields
import cms.languages.text
import cms.models.palette
import cms.models.settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Name, mark, colours and typeface of the network: one row."""

    dependencies = [
        ("cms", "0003_generation"),
    ]

    operations = [
        migrations.CreateModel(
            name="NetworkSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", cms.languages.fields.TranslatedTextField(default=cms.languages.text.TranslatedText, help_text="In full, as in mails and at the end of pages.", verbose_name="name")),
                ("short_name", cms.languages.fields.TranslatedTextField(default=cms.languages.text.TranslatedText, help_text="One word or two, beside the mark.", verbose_name="short name")),
                ("line", cms.languages.fields.TranslatedTextField(blank=True, default=cms.languages.text.TranslatedText, verbose_name="line under the short name")),
                ("imprint", cms.languages.fields.TranslatedTextField(blank=True, default=cms.languages.text.TranslatedText, help_text="Who sends the mails, and from where: stands at the end of each.", verbose_name="imprint")),
                ("mark", models.FileField(blank=True, upload_to="network", validators=[cms.models.settings.check_mark], verbose_name="mark")),
                ("palette", cms.models.palette.PaletteField(blank=True, default=dict, verbose_name="colours")),
                ("typeface", models.CharField(choices=[("house", "Atkinson Hyperlegible Next, made for readers with low vision"), ("system", "the typeface of the reader’s device"), ("serif", "a typeface with serifs, from the reader’s device"), ("own", "the file below")], default="house", max_length=10, verbose_name="typeface")),
                ("font", models.FileField(blank=True, upload_to="network", validators=[cms.models.settings.check_font], verbose_name="typeface’s file")),
            ],
            options={
                "verbose_name": "network",
            },
        ),
    ]

