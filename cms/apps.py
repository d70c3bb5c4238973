from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"
    verbose_name = _("Content")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Web, worker and commands alike: whoever writes, counts, and sorts names as their readers do."""
        from cms.front.statements import listen_to_every_connection
        from cms.languages.ordering import teach_every_connection

        teach_every_connection()
        listen_to_every_connection()
        purge_papers()
        keep_uploads_private()


def keep_uploads_private() -> None:
    """What waits in the admin for its description still has all that the camera wrote into it, and may never be used.

    Its name says the day on which it came, because its row does not. Wagtail offers no setting for either; its
    migrations go on naming the default storage.
    """
    from django.core.files.storage import default_storage
    from django.db.models import FileField
    from wagtail.models import UploadedFile

    from cms.storage import private_files
    from cms.storage.waiting import FOLDER_OF_THE_DAY

    field: Any = UploadedFile._meta.get_field("file")
    field.storage, field._storage_callable = private_files(), default_storage
    field.generate_filename = FileField(upload_to=FOLDER_OF_THE_DAY, storage=private_files).generate_filename


def purge_papers() -> None:
    """What was set on paper goes with every change of what it was set from."""
    from django.db.models.signals import pre_delete
    from wagtail.signals import page_published, page_unpublished

    from cms.actions import forget_paper
    from cms.models import CaseStudyPage

    def purge(instance: Any, **_kwargs: Any) -> None:
        forget_paper(instance)

    for signal in (page_published, page_unpublished, pre_delete):
        signal.connect(purge, sender=CaseStudyPage, weak=False, dispatch_uid="cms.purge_papers")
