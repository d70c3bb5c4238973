"""The choices of a filter: many small rows, written in one go, because a page has a hundred of them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from cms.languages.formats import format_number
from cms.languages.text import site_language
from search.queries.choices import Choice, FacetShown

register = template.Library()

# `%s` and not `format_html`, which takes four times as long: labels are HTML already, the rest is escaped or ours.
ROW = (
    '<label class="check"><input type="checkbox" name="%s" value="%s"%s>'
    '<span>%s</span><span class="n">%s</span></label>'
)
BRANCH = (
    '<div class="branch">%s<details data-keep="%s:%s"%s><summary><span class="vh">%s</span></summary>'
    '<div class="sub">%s</div></details></div>'
)


@register.simple_tag
def boxes(facet: FacetShown, choices: Iterable[Choice]) -> SafeString:
    """A box to tick for each choice, with its count; what it holds opens under it."""
    return mark_safe("".join(branch(facet, item) if item.children else row(facet.code, item) for item in choices))


def row(code: str, item: Choice) -> str:
    count = item.count if item.count < 1000 else format_number(item.count, site_language())
    return ROW % (code, escape(item.value), " checked" if item.is_chosen else "", item.label, count)


def branch(facet: FacetShown, item: Choice) -> str:
    below = "".join(row(facet.code, child) for child in item.children)
    name = escape(facet.below % {"name": item.text})
    opened = " open" if item.is_open else ""
    return BRANCH % (row(facet.code, item), facet.code, escape(item.value), opened, name, below)
