from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from governance.assembly.models import Assembly
from governance.assembly.rules.calendar import calendar
from governance.statutes.rules import Parameter

register = template.Library()

WORDS: dict[Parameter, Promise] = {
    Parameter.MOTION_DAYS: _("Motions"),
    Parameter.PAPER_DAYS: _("Papers"),
    Parameter.NOMINATION_DAYS: _("Nominations"),
    Parameter.AMENDMENT_DAYS: _("Amendments"),
    Parameter.FINAL_AGENDA_DAYS: _("Final agenda"),
    Parameter.MINUTES_DRAFT_DAYS: _("Draft minutes"),
}


@register.inclusion_tag("assembly/calendar.html")
def assembly_calendar(assembly: Assembly) -> dict[str, object]:
    """The last day for each thing, under the statutes that the meeting froze."""
    days = calendar(assembly.book, opens_on=assembly.opens_at.date(), closes_on=assembly.closes_at.date())
    return {"deadlines": [(WORDS[one.parameter], one.on, one.article) for one in days]}
