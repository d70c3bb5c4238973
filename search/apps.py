from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The journal listens to all that can be found; the search joins the API, whose own app cannot know it."""
        from search.actions.watching import watch

        watch()
        import_module("search.api.v1")
