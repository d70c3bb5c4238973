"""An issue as a mail."""

from urllib.parse import urljoin

from css_inline import CSSInliner
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from cms.languages import LANGUAGES
from members.bulletin.models import Issue
from members.delivery.rules import Rendered

# Media queries cannot be inlined: the sheet stays, and mail programs that drop it still find the style attributes.
INLINER = CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


def renderings_of(issue: Issue) -> dict[str, Rendered]:
    """The mail in every language of the site, by language."""
    return {language: rendered(issue, language=language) for language in LANGUAGES}


def rendered(issue: Issue, *, language: str) -> Rendered:
    """`[[name]]` and `[[stop]]` stand where delivery puts each reader's own."""
    with translation.override(language):
        path = reverse("bulletin:issue", kwargs={"number": issue.number})
        context = {
            "issue": issue,
            "news": issue.news,
            "language": language,
            "address": urljoin(settings.SITE_ADDRESS, path),
        }
        text = render_to_string("bulletin/mail.txt", context)
        html = INLINER.inline(render_to_string("bulletin/mail.html", context))
        return Rendered(subject=issue.title.said(language).text, text=text, html=html)
