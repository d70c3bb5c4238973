from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The journal listens; its receivers run inside the transaction of what they record."""
        from wagtail.models import PageViewRestriction
        from wagtail.signals import post_page_move

        from cms.models import CaseStudyPage
        from cms.models.facets import Facet
        from search.actions import journal

        # Not `page_published`: it is sent after the transaction, and a crash between the two would lose the change.
        post_save.connect(journal.page_saved, sender=CaseStudyPage)
        post_delete.connect(journal.page_deleted, sender=CaseStudyPage)
        post_page_move.connect(journal.tree_changed)
        for happened in (post_save, post_delete):
            happened.connect(journal.tree_changed, sender=PageViewRestriction)
        for vocabulary in Facet.__subclasses__():
            for happened in (post_save, post_delete):
                happened.connect(journal.label_changed, sender=vocabulary)
                happened.connect(journal.vocabulary_changed, sender=vocabulary)
