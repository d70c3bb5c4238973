"""A page and its translation, published when a test says so."""

from datetime import UTC, datetime, timedelta

from wagtail.models import Page

from cms.models import StandardPage
from cms.queries import translation_row
from members.accounts.models import User
from tests.factories.cms import standard_page
from tests.site import SiteRoot

FIRST = datetime(2026, 5, 1, tzinfo=UTC)


def published(page: StandardPage, moment: datetime) -> StandardPage:
    StandardPage.objects.filter(pk=page.pk).update(last_published_at=moment)
    page.refresh_from_db()
    return page


def original_and_french(site_root: SiteRoot, *, days_behind: int = 0, slug: str = "about") -> list[StandardPage]:
    """The same page twice; the original was published that many days after its translation."""
    english = standard_page(site_root, slug=slug, title=f"About {slug}")
    key = english.translation_key
    french = standard_page(site_root, language="fr", slug=slug, title=f"À propos de {slug}", translation_key=key)
    return [published(english, FIRST + timedelta(days=days_behind)), published(french, FIRST)]


def states(page: Page, user: User) -> dict[str, str]:
    row = translation_row(page, user=user)
    assert row is not None
    return {cell.language: cell.state.value for cell in row.cells}
