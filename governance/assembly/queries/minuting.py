"""Minutes, drafted from what happened."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _

from cms.languages import LANGUAGES, TranslatedText
from cms.languages.formats import format_moment
from governance.assembly.models import AgendaItem, Assembly, QuorumReading
from governance.assembly.queries.pages import agenda_of
from governance.voting.models import Ballot, Result
from governance.voting.queries.arithmetic import arithmetic_of, outcome_of
from governance.voting.queries.ballots import elected
from governance.voting.rules.words import Kind, State


def drafted_minutes(assembly: Assembly) -> TranslatedText:
    """In every language: who took part, each item with what was decided under it, and why."""
    agenda = agenda_of(assembly)
    readings = list(assembly.quorum_readings.order_by("at"))
    texts = {}
    for language in LANGUAGES:
        with translation.override(language):
            texts[language] = _text(assembly, agenda, readings, language=language)
    return TranslatedText(texts=texts)


def _text(assembly: Assembly, agenda: list[AgendaItem], readings: list[QuorumReading], *, language: str) -> str:
    said = {
        "title": assembly.title.said(language).text,
        "from": format_moment(assembly.opens_at, language),
        "until": format_moment(assembly.closes_at, language),
        "place": assembly.place.said(language).text,
    }
    head = [_("%(title)s, from %(from)s to %(until)s, %(place)s.") % said]
    if assembly.chair:
        head.append(_("In the chair: %(chair)s.") % {"chair": assembly.chair})
    head += [_reading(one, language=language) for one in readings]
    items = [_item(item, language=language) for item in agenda]
    return "\n\n".join(["\n".join(head), *items])


def _reading(reading: QuorumReading, *, language: str) -> str:
    words = _("%(moment)s: %(present)s present, %(represented)s represented, of %(base)s entitled. The quorum was met.")
    if not reading.met:
        words = _(
            "%(moment)s: %(present)s present, %(represented)s represented, of %(base)s entitled."
            " The quorum was not met."
        )
    return words % {
        "moment": format_moment(reading.at, language),
        "present": reading.present,
        "represented": reading.represented,
        "base": reading.base,
    }


def _item(item: AgendaItem, *, language: str) -> str:
    lines = [f"{item.number}. {item.title.said(language).text}"]
    for motion in item.motions.all():
        title = {"number": motion.number, "title": motion.title.said(language).text}
        lines.append(_("Motion %(number)s: %(title)s") % title + ". " + _decided(motion.ballot))
    lines += [f"{one.title.said(language).text}. {_decided(one.ballot)}" for one in item.elections.all()]
    return "\n".join(lines)


def _decided(ballot: Ballot | None) -> str:
    if ballot is None or not ballot.is_over:
        return _("It was not put to the vote.")
    if ballot.state == State.WITHDRAWN:
        return _("The ballot was withdrawn.")
    result: Result | None = getattr(ballot, "result", None)
    if result is None or not Result.objects.readable().filter(pk=result.pk).exists():
        return _("The result is not published yet.")
    return _result(result)


def _result(result: Result) -> str:
    names = ", ".join(str(option.label) for option in elected(result)) if result.ballot.kind != Kind.MOTION else ""
    outcome = f"{outcome_of(result)}: {names}" if names else outcome_of(result)
    return f"{outcome} ({'; '.join(arithmetic_of(result))})."
