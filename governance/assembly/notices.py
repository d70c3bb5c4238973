"""Mails about meetings. They leave through the ledger of members.delivery."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from cms.languages import LANGUAGES
from governance.assembly.models import Assembly
from members.delivery.rules import Rendered


def convocation(assembly: Assembly) -> dict[str, Rendered]:
    """The notice that calls a meeting, with its agenda, in each language."""
    agenda = list(assembly.agenda.order_by("number"))
    return {language: _convocation(assembly, {"agenda": agenda}, language=language) for language in LANGUAGES}


def _convocation(assembly: Assembly, about: dict[str, object], *, language: str) -> Rendered:
    with translation.override(language):
        address = settings.SITE_ADDRESS + reverse("assembly:detail", args=[assembly.slug])
        context = {**about, "assembly": assembly, "address": address, "language": language}
        return Rendered(
            subject=_("Convocation: %(title)s") % {"title": assembly.title},
            text=render_to_string("assembly/mail/convocation.txt", context),
            html=render_to_string("assembly/mail/convocation.html", context),
        )
