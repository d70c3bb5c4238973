from django.db import migrations

WRITE_PAGES = ("add_page", "change_page", "publish_page")


def grant(apps, schema_editor):
    """Django writes permissions down after the last migration: in a new database this one is not there yet."""
    kind, _new = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="simple_translation", model="simpletranslation"
    )
    translate, _new = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename="submit_translation", defaults={"name": "Can submit translations"}
    )
    held = apps.get_model("wagtailcore", "GroupPagePermission").objects.filter(permission__codename__in=WRITE_PAGES)
    for group in apps.get_model("auth", "Group").objects.filter(pk__in=held.values("group_id")):
        group.permissions.add(translate)


class Migration(migrations.Migration):
    """Whoever writes pages sees what became of their translations, and can begin one.

    Backwards nothing is taken away: nobody wrote down which of the groups had the permission before.
    """

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("cms", "0013_keep_pictures_off_paper"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("simple_translation", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
