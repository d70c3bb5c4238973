"""What the pages of a meeting show, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Prefetch, Q

from cms.languages.ordering import in_order
from governance.assembly.models import (
    AgendaItem,
    Assembly,
    Candidacy,
    Election,
    MinutesObjection,
    Motion,
    Paper,
    Proxy,
    QuorumReading,
)
from governance.assembly.queries.attendance import counted_for_quorum, delegations_of
from governance.assembly.queries.objections import Window, open_window, readable_objections
from governance.assembly.rules.proxies import deadline
from governance.assembly.rules.quorum import Attendance, is_quorate, needed
from governance.assembly.rules.words import State as MeetingState
from governance.statutes.rules import Parameter
from governance.voting.models import Ballot, Mandate, Option
from governance.voting.queries.ballots import ballots_awaiting, mandates_held
from governance.voting.rules.words import State
from members.accounts.models import User
from members.organisations.models import Organisation


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One organisation that the reader speaks for, and how it takes part."""

    organisation: Organisation
    may_vote: bool
    registered: bool
    may_leave: bool
    proxy_given: Proxy | None
    proxies_held: list[Proxy]

    @property
    def is_to_register(self) -> bool:
        """It may vote, and nobody is there for it: neither its own delegation nor the holder of a proxy."""
        return self.may_vote and not self.registered and self.proxy_given is None


@dataclass(frozen=True, kw_only=True)
class Quorum:
    attendance: Attendance
    needed: int
    is_met: bool
    article: str
    reading: QuorumReading | None


@dataclass(frozen=True, kw_only=True)
class MeetingPage:
    assembly: Assembly
    agenda: list[AgendaItem]
    seats: list[Seat]
    to_vote: list[Motion]
    to_elect: list[Election]
    quorum: Quorum | None
    entitled: int
    not_entitled: int
    notices: int
    proxies_until_at: datetime
    proxy_cap: int
    proxy_article: str
    minutes_window: Window | None
    objections: list[MinutesObjection]

    @property
    def proxies_can_be_given(self) -> bool:
        return self.assembly.state in (MeetingState.FROZEN, MeetingState.OPEN)

    @property
    def to_register(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.is_to_register]

    @property
    def running(self) -> list[Motion | Election]:
        """What is being voted on, whoever may vote on it."""
        subjects: list[Motion | Election] = []
        for item in self.agenda:
            subjects += [*item.motions.all(), *item.elections.all()]
        return [one for one in subjects if one.ballot is not None and one.ballot.is_open]


def meetings(user: User, *, on: date) -> list[Assembly]:
    return list(Assembly.objects.visible_to(user, on=on).select_related("minutes").order_by("-opens_at"))


def meeting_page(assembly: Assembly, *, user: User, now: datetime) -> MeetingPage:
    agenda = agenda_of(assembly)
    awaiting = {ballot.pk for ballot in ballots_awaiting(user)}
    held = assembly.electorate is not None and mandates_held(user, electorate=assembly.electorate).exists()
    roll = dict(assembly.roll.values_list("may_vote").annotate(n=Count("pk")))
    return MeetingPage(
        assembly=assembly,
        agenda=agenda,
        seats=seats(assembly, user=user),
        to_vote=[motion for item in agenda for motion in item.motions.all() if motion.ballot_id in awaiting],
        to_elect=[one for item in agenda for one in item.elections.all() if held and _is_to_come_or_open(one.ballot)],
        quorum=quorum_of(assembly) if assembly.has_roll else None,
        entitled=roll.get(True, 0),
        not_entitled=roll.get(False, 0),
        notices=assembly.notices.count(),
        proxies_until_at=deadline(assembly.closes_at, hours=assembly.book.number(Parameter.PROXY_HOURS)),
        proxy_cap=assembly.book.number(Parameter.PROXIES_PER_HOLDER),
        proxy_article=assembly.book.article(Parameter.PROXIES_PER_HOLDER),
        minutes_window=open_window(assembly, parameter=Parameter.MINUTES_OBJECTION_DAYS, now=now),
        objections=readable_objections(assembly, user=user),
    )


def agenda_of(assembly: Assembly) -> list[AgendaItem]:
    """With papers, motions and elections, and their ballots and results."""
    ballots = ("ballot", "ballot__result")
    return list(
        assembly.agenda.order_by("number").prefetch_related(
            Prefetch("papers", Paper.objects.order_by("number")),
            Prefetch("motions", Motion.objects.order_by("number").select_related(*ballots)),
            Prefetch("elections", Election.objects.order_by("pk").select_related(*ballots)),
        )
    )


def seats(assembly: Assembly, *, user: User) -> list[Seat]:
    mine = delegations_of(user, assembly=assembly)
    entitled = set(assembly.roll.entitled().filter(organisation__in=mine).values_list("organisation", flat=True))
    present = assembly.presences.now_there().filter(organisation__in=mine)
    there = dict(present.values_list("organisation", "person"))
    drawn = _drawn_with(assembly)
    standing = assembly.proxies.standing().select_related("giver", "holder").order_by(in_order("giver__name"))
    given = {proxy.giver_id: proxy for proxy in standing.filter(giver__in=mine)}
    held = list(standing.filter(holder__in=mine))
    return [
        Seat(
            organisation=organisation,
            may_vote=organisation.pk in entitled,
            registered=organisation.pk in there,
            may_leave=there.get(organisation.pk) == user.pk
            and not drawn & {organisation.pk, *(one.giver_id for one in held if one.holder_id == organisation.pk)},
            proxy_given=given.get(organisation.pk),
            proxies_held=[proxy for proxy in held if proxy.holder_id == organisation.pk],
        )
        for organisation in mine
    ]


def _drawn_with(assembly: Assembly) -> set[int | None]:
    """The organisations with whose vote a ballot paper was drawn."""
    drawn = Mandate.objects.filter(electorate=assembly.electorate_id, draws__isnull=False)
    return set(drawn.values_list("organisation", flat=True))


def quorum_of(assembly: Assembly) -> Quorum:
    rule, attendance = assembly.book.quorum(), counted_for_quorum(assembly)
    return Quorum(
        attendance=attendance,
        needed=needed(attendance.entitled, share=rule.share),
        is_met=is_quorate(attendance, share=rule.share),
        article=rule.article,
        reading=assembly.quorum_readings.order_by("-at").first(),
    )


def possible_holders(assembly: Assembly, *, giver: Organisation) -> list[Organisation]:
    """Who may vote, gave no proxy and holds fewer than the statutes allow, by name; those at risk are not listed."""
    cap = assembly.book.number(Parameter.PROXIES_PER_HOLDER)
    standing = assembly.proxies.standing()
    full = [holder for holder, n in standing.values_list("holder").annotate(n=Count("pk")) if n >= cap]
    away = standing.values("giver")
    entitled = assembly.roll.entitled().values("organisation")
    found = (
        Organisation.objects.filter(pk__in=entitled, hidden=False)
        .exclude(pk__in=[giver.pk, *full])
        .exclude(pk__in=away)
    )
    return list(found.order_by(in_order("name")))


def ballot_of(assembly: Assembly, *, key: str) -> Ballot | None:
    """A ballot of this meeting that has been opened, with its options in order."""
    found = Ballot.objects.filter(key=key, electorate=assembly.electorate_id).exclude(opened_at=None)
    options = Prefetch("options", Option.objects.order_by("number"))
    return found.select_related("motion", "electorate", "slot").prefetch_related(options).first()


def election_of(assembly: Assembly, *, key: str, user: User) -> Election | None:
    """An election of this meeting whose paper is drafted, with its candidacies as they stand on it.

    `is_named` of a candidacy: whether this person may read which organisation it comes from.
    """
    found = assembly.elections.filter(key=key).exclude(ballot=None).select_related("ballot", "ballot__slot")
    seen = Organisation.objects.visible_to(user).filter(pk=OuterRef("organisation"))
    candidacies = Candidacy.objects.select_related("person", "organisation").annotate(is_named=Exists(seen))
    return found.prefetch_related(Prefetch("candidacies", candidacies)).first()


def motions_to_come(assembly: Assembly) -> list[Motion]:
    """Those not put to the vote yet, so that a proxy can be told how to vote on them."""
    unopened = Q(ballot=None) | Q(ballot__state=State.DRAFT)
    return list(assembly.motions.filter(unopened).order_by("number"))


def votes_held(ballot: Ballot, *, user: User) -> list[Mandate]:
    return list(mandates_held(user, electorate=ballot.electorate))


def instructed(ballot: Ballot, *, mandates: Iterable[Mandate]) -> dict[int, int]:
    """The number of the option that each giver told its holder, by the mandate's primary key."""
    told = ballot.instructions.filter(mandate__in=[mandate.pk for mandate in mandates])
    return {one.mandate_id: one.choice[0][0] for one in told if one.choice}


def _is_to_come_or_open(ballot: Ballot | None) -> bool:
    return ballot is not None and not ballot.is_over
