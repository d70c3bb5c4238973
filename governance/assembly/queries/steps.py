"""What is known of a meeting before its next step."""

from __future__ import annotations

from django.db.models import Count

from governance.assembly.models import Assembly
from governance.assembly.rules.steps import Known
from governance.assembly.rules.words import Kind, State, Verdict
from governance.statutes.queries import statutes_in_force
from governance.statutes.rules import Parameter, StatuteBook
from governance.voting.models import Ballot
from governance.voting.rules.words import State as BallotState

NOTICE = {
    Kind.ORDINARY: Parameter.NOTICE_DAYS,
    Kind.EXTRAORDINARY: Parameter.NOTICE_DAYS_EXTRAORDINARY,
}


def book_of(assembly: Assembly) -> StatuteBook:
    """The frozen copy; before there is one, what will be in force on the day of the opening."""
    return statutes_in_force(assembly.opens_at.date()) if assembly.is_draft else assembly.book


def notice_parameter(assembly: Assembly) -> Parameter:
    return NOTICE[Kind(assembly.kind)]


def known(assembly: Assembly) -> Known:
    """In a constant number of queries."""
    book = book_of(assembly)
    found = Ballot.objects.filter(electorate=assembly.electorate_id, electorate__isnull=False)
    ballots = dict(found.values_list("state").annotate(n=Count("pk")))
    minutes = getattr(assembly, "minutes", None)
    return Known(
        state=State(assembly.state),
        opens_at=assembly.opens_at,
        record_on=assembly.record_on,
        notice_days=book.number(notice_parameter(assembly)),
        items=assembly.agenda.count(),
        roll_is_due_on=book.record_on(opens_on=assembly.opens_at.date()),
        elections_without_seats=assembly.elections.filter(seats=None).count(),
        roll_objections=assembly.rollobjections.filter(verdict=Verdict.PENDING).count(),
        open_ballots=ballots.get(BallotState.OPEN, 0),
        unsigned_ballots=ballots.get(BallotState.COUNTED, 0) + ballots.get(BallotState.CLOSED, 0),
        minutes_objections=assembly.minutesobjections.filter(verdict=Verdict.PENDING).count(),
        challenges=assembly.challenges.filter(verdict=Verdict.PENDING).count(),
        minuted_at=minutes.drafted_at if minutes else None,
        objection_days=book.number(Parameter.MINUTES_OBJECTION_DAYS),
        challenge_days=book.number(Parameter.CHALLENGE_DAYS),
    )
