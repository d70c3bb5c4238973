"""Mails of the search. They leave through the ledger of members.delivery, in a stream that one press stops."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from members.delivery.rules import Rendered
from search.queries.saved import News, address_in_full

LONGEST_SUBJECT = 200


def matches_found(news: News, language: str) -> Rendered:
    """Of one saved search, in the reader's language; titles stay in the language of their study."""
    with translation.override(language):
        number = len(news.pages)
        subject = ngettext("%(name)s: %(n)s new study", "%(name)s: %(n)s new studies", number)
        context = {
            # The places that delivery fills for each reader are not for what people write.
            "name": news.search.name.replace("[[", "[ ["),
            "number": number,
            "news": news,
            "language": language,
            "address": address_in_full(news.search),
            "list_address": urljoin(settings.SITE_ADDRESS, reverse("search:saved")),
        }
        return Rendered(
            subject=one_line(subject % {"name": news.search.name, "n": number}),
            text=render_to_string("search/mail/matches.txt", context),
            html=render_to_string("search/mail/matches.html", context),
        )


def one_line(text: str) -> str:
    """What fits a mail's header: a line break in a name would begin another header (RFC 5322 §2.2)."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())[:LONGEST_SUBJECT]
