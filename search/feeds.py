"""A search as a feed (Atom, RFC 4287): the newest studies that it finds."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from cms.models import CaseStudyPage
from cms.models.settings import current_network

NEWEST = 30


def feed_of(pages: Iterable[CaseStudyPage], *, asked: str, language: str, address: str, feed_address: str) -> Atom1Feed:
    """`asked` is what was typed; both addresses in full."""
    name = current_network().short_name.said(language).text
    title = _("Case studies: %(words)s") % {"words": asked} if asked else _("Case studies")
    feed = Atom1Feed(
        title=f"{name}: {title}", link=address, description=title, language=language, feed_url=feed_address
    )
    for page in pages:
        feed.add_item(
            title=page.title,
            link=str(page.full_url),
            description=page.summary,
            author_name=page.organisation_name,
            unique_id=f"urn:uuid:{page.translation_key}:{page.locale.language_code}",
            pubdate=page.first_published_at,
            updateddate=page.last_published_at,
        )
    return feed
