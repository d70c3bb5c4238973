"""Questions about the published content."""

from cms.queries.content import (
    Calendar,
    OfferedFile,
    Word,
    Words,
    calendar_of,
    facets_in_draft,
    facets_of,
    library_of,
    news_of,
    offered_files,
    page_at,
    publications_of,
    translations_of,
)
from cms.queries.pictures import PictureUse, childrens_pictures, pictures_without_consent, uses_of_picture
from cms.queries.reach import (
    SitemapEntry,
    events_to_come,
    newest_pages,
    public_events,
    public_page,
    sitemap_page,
    sitemap_pages,
)
from cms.queries.translations import editable_pages, original_of, translation_row, translation_rows

__all__ = [
    "Calendar",
    "OfferedFile",
    "PictureUse",
    "SitemapEntry",
    "Word",
    "Words",
    "calendar_of",
    "childrens_pictures",
    "editable_pages",
    "events_to_come",
    "facets_in_draft",
    "facets_of",
    "library_of",
    "newest_pages",
    "news_of",
    "offered_files",
    "original_of",
    "page_at",
    "pictures_without_consent",
    "public_events",
    "public_page",
    "publications_of",
    "sitemap_page",
    "sitemap_pages",
    "translation_row",
    "translation_rows",
    "translations_of",
    "uses_of_picture",
]
