"""The home page asks for what it shows through this tag: a page model may not ask the apps above it."""

from django import template
from django.utils import timezone

from cms.languages.text import site_language
from home.queries import FrontPage, front_page

register = template.Library()


@register.simple_tag
def front() -> FrontPage:
    return front_page(language=site_language(), now=timezone.now())
