"""Case studies from files: bring them, look at them beside their fields, save them as drafts."""

from cms.admin.imports.views import ImportViewSet

__all__ = ["ImportViewSet"]
