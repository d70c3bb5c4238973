"""What the page editor's panel on translations asks for."""

from dataclasses import dataclass

from django import template
from wagtail.models import Page

from cms.queries import translation_row
from cms.queries.translations import Row
from members.accounts.models import User

register = template.Library()


@dataclass(frozen=True, kw_only=True)
class Shown:
    """`row` is None for a page that was not saved yet."""

    row: Row | None
    may_translate: bool


@register.simple_tag
def translations(page: Page, user: User) -> Shown:
    may = user.has_perm("simple_translation.submit_translation")
    return Shown(row=translation_row(page, user=user) if page.pk else None, may_translate=may)
