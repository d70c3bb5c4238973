"""Where a page is and what stands beside it: the way here, and the views of one thing.

    {% crumbs "today" %}{% crumb group.name "groups:detail" group.slug %}{% crumb _("People") %}{% endcrumbs %}
    {% tabs _("Group") %}{% tab _("People") "groups:people" group.slug name="people" here=current %}{% endtabs %}
    {% for number in page_obj|numbers %}

Their looks are in templates/components/.
"""

from collections.abc import Iterator
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from cms.languages.text import Said, TranslatedText
from cms.templatetags.plenary import lang_text

register = template.Library()
Words = TranslatedText | Said | str
# A title stands whole under it anyway.
LONGEST = 60


@register.simple_block_tag
def crumbs(content: str, start: str = "home", *, swap: str = "") -> SafeString:
    """The way to a page from the front door (`home`) or from the members' own (`today`).

    `swap` is the name of this part where a page changes in place.
    """
    return render_to_string("components/crumbs.html", {"steps": content, "start": start, "swap": swap})


@register.simple_tag
def crumb(words: Words, route: str = "", *about: object, href: str = "") -> SafeString:
    """One step, by the name of its route or its address. The last one has neither: it is the page itself."""
    said = lang_text(words) if isinstance(words, TranslatedText | Said) else Truncator(str(words)).chars(LONGEST)
    address = reverse(route, args=about) if route else href
    if address:
        return format_html('<li><a href="{}">{}</a></li>', address, said)
    return format_html('<li><span aria-current="page">{}</span></li>', said)


@register.simple_block_tag
def tabs(content: str, label: str) -> SafeString:
    """Views of one thing, each with an address of its own."""
    return render_to_string("components/tabs.html", {"tabs": content, "label": label})


@register.simple_tag
def tab(words: str, route: str, *about: object, name: str = "", here: str = "", part: str = "") -> SafeString:
    """One view; `name` is the same as `here` on its own page. `part` leads to a place in the page."""
    address = reverse(route, args=about) + (f"#{part}" if part else "")
    if name and name == here:
        return format_html('<li><a href="{}" aria-current="page">{}</a></li>', address, words)
    return format_html('<li><a href="{}">{}</a></li>', address, words)


@register.filter
def numbers(page: Page[Any]) -> Iterator[int | str]:
    """Numbers of the pages around this one, of the first and of the last; Django's ellipsis stands for the others."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
