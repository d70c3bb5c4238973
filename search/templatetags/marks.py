"""What was searched for, marked in a line of the results."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from search.language.highlights import Piece

register = template.Library()


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """Written in one go, as `choices.boxes` is: a page has a hundred pieces."""
    return mark_safe("".join(html_of(piece) for piece in pieces))


def html_of(piece: Piece) -> str:
    text = escape(piece.text)
    return f"<mark>{text}</mark>" if piece.is_marked else text
