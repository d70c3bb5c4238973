"""The secretariat's own screens beside Wagtail's: pictures of children, imports, and what is translated."""

from cms.admin.imports import ImportViewSet
from cms.admin.pictures import ConsentViewSet
from cms.admin.translations import TranslationViewSet

__all__ = ["ConsentViewSet", "ImportViewSet", "TranslationViewSet"]
