"""The committee's mails about a decision, in each language of the site."""

from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.languages import LANGUAGES
from cms.languages.formats import format_moment
from governance.decisions.models import Decision
from governance.decisions.models.labels import REASONS
from members.delivery.rules import Rendered

LONGEST_TITLE = 120


def question(decision: Decision) -> dict[str, Rendered]:
    """An answer is wanted, until when, and what happens without one."""
    return _notice(decision, template="question", subject=_("Your answer is wanted: %(title)s"))


def reminder(decision: Decision) -> dict[str, Rendered]:
    """An answer is still wanted."""
    return _notice(decision, template="reminder", subject=_("Still waiting for your answer: %(title)s"))


def outcome(decision: Decision) -> dict[str, Rendered]:
    """What became of it, and why."""
    return _notice(decision, template="outcome", subject=_("What became of decision %(title)s"))


def _notice(decision: Decision, *, template: str, subject: Promise) -> dict[str, Rendered]:
    return {language: _said(decision, template, subject=subject, language=language) for language in LANGUAGES}


def _said(decision: Decision, template: str, *, subject: Promise, language: str) -> Rendered:
    with translation.override(language):
        context = {**_facts(decision, language=language), "language": language}
        title = " ".join(f"{decision.register_number} {decision.title}".split())[:LONGEST_TITLE]
        return Rendered(
            subject=str(subject) % {"title": title},
            text=render_to_string(f"decisions/mail/{template}.txt", context),
            html=render_to_string(f"decisions/mail/{template}.html", context),
        )


def _facts(decision: Decision, *, language: str) -> dict[str, object]:
    """The deadline in the time of the body's seat: one mail goes to readers in many zones."""
    deadline, result = decision.deadline_at, decision.result
    return {
        "decision": decision,
        "result": result,
        "why": REASONS[result.reason] if result else "",
        "until": format_moment(deadline, language, decision.zone) if deadline else "",
        "zone": decision.body.time_zone,
        "address": urljoin(settings.SITE_ADDRESS, reverse("decisions:detail", args=[decision.key])),
    }
