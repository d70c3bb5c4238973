"""The secretariat's own screens beside Wagtail's: pictures of children, and what is translated."""

from cms.admin.pictures import ConsentViewSet
from cms.admin.translations import TranslationViewSet

__all__ = ["ConsentViewSet", "TranslationViewSet"]
