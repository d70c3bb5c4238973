"""The first page of the secretariat's screens: what waits, in sentences."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from cms.languages import TranslatedText
from cms.languages.formats import format_day, format_moment
from cms.languages.text import site_language
from governance.assembly.models import Assembly
from governance.assembly.rules.words import State
from home.queries.desk import Matter, Waiting, waiting_for


@dataclass(frozen=True, kw_only=True)
class Line:
    """A link in a few words, and what there is to say about it."""

    words: TranslatedText | str
    url: str
    said: str
    is_pressing: bool


class WaitingPanel(Component):
    name = "waiting"
    template_name = "home/admin/waiting.html"
    order = 10

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        waiting = waiting_for(parent_context["request"].user, now=timezone.now())
        return {"lines": [line_of(one) for one in waiting]}


def line_of(one: Waiting) -> Line:
    words, said = (named if one.subject else counted)(one)
    return Line(words=words, url=one.url, said=said, is_pressing=one.is_pressing)


def named(one: Waiting) -> tuple[TranslatedText | str, str]:
    """A single thing by its own title."""
    title = one.subject or ""
    if one.assembly:
        return title, said_of(one.assembly)
    if one.matter is Matter.OBJECTIONS:
        pending = ngettext("%(n)s objection waits for an answer.", "%(n)s objections wait for an answer.", one.n)
        return title, pending % {"n": one.n}
    if one.matter is Matter.ISSUE_APPROVED:
        return title, _("Bulletin no. %(number)s is approved and not sent yet.") % {"number": one.n}
    return title, _("Bulletin no. %(number)s is a draft.") % {"number": one.n}


def counted(one: Waiting) -> tuple[str, str]:
    """Several things by their number, and what happens meanwhile."""
    n = one.n
    match one.matter:
        case Matter.DECISIONS_LATE:
            words = ngettext("%(n)s decision is late", "%(n)s decisions are late", n)
            said = _("Whoever carries it out is reminded by mail.")
        case Matter.INVOICES_LATE:
            words = ngettext("%(n)s invoice is overdue", "%(n)s invoices are overdue", n)
            said = _("Book what was paid, or agree on a plan.")
        case Matter.PICTURES:
            words = ngettext("%(n)s picture of children is withheld", "%(n)s pictures of children are withheld", n)
            said = _("A placeholder stands in its place. Record a consent, or take it out of the page.")
        case Matter.PAPERS:
            words = ngettext("%(n)s imported paper to review", "%(n)s imported papers to review", n)
            said = _("Each becomes the draft of a case study.")
        case _other:
            words = ngettext("%(n)s mail is in doubt", "%(n)s mails are in doubt", n)
            said = _("It was handed over and no answer came. Nothing is sent twice by itself.")
    return words % {"n": n}, said


def said_of(assembly: Assembly) -> str:
    """Where an assembly is in its life, and what comes next when."""
    match assembly.state:
        case State.DRAFT:
            return _("To be convened. It opens on %(moment)s.") % {"moment": moment(assembly.opens_at)}
        case State.CONVENED:
            day = format_day(assembly.record_on, site_language())
            return _("Convened. The roll is frozen on %(day)s.") % {"day": day}
        case State.FROZEN:
            return _("The roll is frozen. It opens on %(moment)s.") % {"moment": moment(assembly.opens_at)}
        case State.OPEN:
            return _("Open until %(moment)s.") % {"moment": moment(assembly.closes_at)}
        case State.CLOSED:
            return _("Closed. The minutes are to be drafted.")
    return _("Minuted. The minutes are to be made final.")


def moment(at: datetime) -> str:
    return format_moment(timezone.localtime(at), site_language())
