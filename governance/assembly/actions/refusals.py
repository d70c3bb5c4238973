from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.languages.formats import format_day, format_moment
from governance.assembly.models import Assembly
from governance.assembly.queries.steps import book_of, known, notice_parameter
from governance.assembly.rules.proxies import Obstacle
from governance.assembly.rules.steps import Known, Missing, end_of, missing, notice_by
from governance.assembly.rules.words import FOLLOWING, State
from governance.statutes.rules import Parameter


class AssemblyRefused(Exception):
    """What cannot be done in this meeting now; the sentence is for the person who tried."""


PROXY = {
    Obstacle.NOT_RUNNING: _("Proxies can be given once the roll is frozen and until the assembly closes."),
    Obstacle.TOO_LATE: _("The time for giving proxies is over. Register and vote yourself."),
    Obstacle.ONESELF: _("Choose another organisation to vote for yours."),
    Obstacle.GIVER_MAY_NOT_VOTE: _("Your organisation may not vote in this assembly, so it has no vote to give."),
    Obstacle.HOLDER_MAY_NOT_VOTE: _("This organisation may not vote in this assembly. Choose another."),
    Obstacle.STANDING_ONE: _("Your organisation has given a proxy already. Take it back first."),
    Obstacle.GIVER_IS_PRESENT: _("Your organisation is registered and votes itself. Leave the assembly first."),
    Obstacle.GIVER_HOLDS: _("Your organisation holds a proxy itself and cannot pass its vote on."),
    Obstacle.HOLDER_GAVE: _("This organisation has given its own vote to another. Choose one that takes part itself."),
    Obstacle.CAP: _("This organisation holds as many proxies as one member may. Choose another."),
}
MISSING = {
    Missing.AGENDA: _("There is nothing on the agenda yet. Write at least one item."),
    Missing.SEATS: _("An election has no seat yet. Say how many are to be filled."),
    Missing.NOTICE: _(
        "The statutes ask for %(days)s days of notice (art. %(article)s). It had to go out by %(day)s: choose a later"
        " day for the opening."
    ),
    Missing.RECORD_DATE: _("By the statutes (art. %(record_article)s) the record date of this assembly is %(due)s."),
    Missing.RECORD_DAY: _("The roll is drawn on the record date, %(record)s. It cannot be frozen before."),
    Missing.ROLL_OBJECTIONS: _("An objection to the roll is not answered yet. Answer it first."),
    Missing.OPENING: _("This assembly was called for %(opens)s. It cannot be opened before."),
    Missing.OPEN_BALLOTS: _("A ballot is still open. Close and count it, or withdraw it, before the assembly."),
    Missing.SIGNATURES: _("A ballot is not counted and signed by the tellers yet."),
    Missing.MINUTES_OBJECTIONS: _("An objection to the minutes is not answered yet. Answer it first."),
    Missing.MINUTES_TIME: _("Members may object to the minutes until %(objections)s."),
    Missing.CHALLENGES: _("A challenge is not answered yet. Answer it first."),
    Missing.CHALLENGE_TIME: _("Members may challenge a decision until %(challenges)s."),
}


def locked(assembly: Assembly) -> Assembly:
    """The meeting as it is now, held until the transaction ends."""
    return Assembly.objects.select_for_update(of=("self",)).get(pk=assembly.pk)


def refuse_unless_next(assembly: Assembly, *, to: State) -> None:
    if FOLLOWING[State(assembly.state)] != to:
        message = _("This assembly is in the state “%(state)s”, so that cannot be done now.")
        raise AssemblyRefused(message % {"state": assembly.get_state_display()})


def refuse_unless_ready(assembly: Assembly, *, to: State, now: datetime) -> None:
    """AssemblyRefused when `to` is not the next step, or with the first thing that stands in its way.

    The meeting is in that state afterwards; the caller saves.
    """
    refuse_unless_next(assembly, to=to)
    sentences = missing_sentences(assembly, now=now)
    if sentences:
        raise AssemblyRefused(sentences[0])
    assembly.state = to


def missing_sentences(assembly: Assembly, *, now: datetime) -> list[str]:
    """What is missing before the next step, in words."""
    found = known(assembly)
    said = _figures(assembly, found, now=now)
    return [str(MISSING[what] % said) for what in missing(found, now=now)]


def _figures(assembly: Assembly, found: Known, *, now: datetime) -> Mapping[str, object]:
    language = get_language() or "en"
    minuted_at = found.minuted_at or now
    objections = end_of(minuted_at, days=found.objection_days)
    challenges = end_of(minuted_at, days=found.challenge_days)
    return {
        "days": found.notice_days,
        "article": book_of(assembly).article(notice_parameter(assembly)),
        "day": format_day(notice_by(found.opens_at, days=found.notice_days), language),
        "record": format_day(found.record_on, language),
        "record_article": book_of(assembly).article(Parameter.RECORD_DAYS),
        "due": format_day(found.roll_is_due_on or found.record_on, language),
        "opens": format_moment(found.opens_at, language),
        "objections": format_day(objections.date(), language),
        "challenges": format_day(challenges.date(), language),
    }


def in_time(assembly: Assembly, *, parameter: Parameter, now: datetime) -> bool:
    """Whether members may still object to what the minutes told them; `parameter` says for how many days."""
    minuted_at = known(assembly).minuted_at
    return minuted_at is not None and now < end_of(minuted_at, days=assembly.book.number(parameter))


def refuse_unless_in(assembly: Assembly, states: Collection[State], message: object) -> None:
    """AssemblyRefused with the message, outside these states."""
    if State(assembly.state) not in states:
        raise AssemblyRefused(str(message))
