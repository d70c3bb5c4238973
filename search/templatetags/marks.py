"""What was searched for, marked in a line of the results."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from search.language.highlights import Piece

register = template.Library()

MARKED, PLAIN = mark_safe("<mark>"), mark_safe("</mark>")
NOTHING = mark_safe("")


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    return format_html_join(
        "",
        "{}{}{}",
        ((MARKED, piece.text, PLAIN) if piece.is_marked else (NOTHING, piece.text, NOTHING) for piece in pieces),
    )
