"""A meeting in each state of its life, brought there by the real actions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from cms.languages import translated
from governance.assembly import actions
from governance.assembly.models import AgendaItem, Assembly, Candidacy, Election, Motion, Seat
from governance.voting.actions import Drawn
from governance.voting.models import Ballot
from members.accounts.models import User
from members.organisations.models import Organisation
from members.organisations.rules import Role
from tests.factories.accounts import UserFactory
from tests.factories.organisations import ContactFactory, ObserverCategoryFactory, OrganisationFactory, TermFactory

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


@dataclass(kw_only=True)
class Meeting:
    """`people[i]` heads the delegation of `organisations[i]`; the observer has a delegation and no vote."""

    assembly: Assembly
    organisations: list[Organisation]
    people: list[User]
    observer: Organisation
    observing: User
    now: datetime
    drawn: list[Drawn] = field(default_factory=list)

    @property
    def motions(self) -> list[Motion]:
        return list(self.assembly.motions.order_by("number"))

    @property
    def election(self) -> Election:
        return self.assembly.elections.select_related("ballot").order_by("pk")[0]

    def step(self, **passed: float) -> datetime:
        """A moment after the opening."""
        return self.now + timedelta(**passed)


def draft(
    *, now: datetime = NOON, organisations: int = 6, motions: int = 1, elections: int = 1, slug: str = "2026"
) -> Meeting:
    """Written down: opens at `now`, lasts four days, has motions, elections of one seat with three candidates."""
    members: list[Organisation] = [OrganisationFactory() for _place in range(organisations)]
    people = [head_of(member) for member in members]
    observer = OrganisationFactory(name="East Shore Observers")
    TermFactory(organisation=observer, category=ObserverCategoryFactory())
    observing = ContactFactory(organisation=observer, user=UserFactory(), role=Role.PRIMARY).user
    assembly = Assembly.objects.create(
        slug=slug,
        title=translated(en=f"General assembly {slug}", fr=f"Assemblée générale {slug}", es=f"Asamblea general {slug}"),
        place=translated(en="Nairobi and online"),
        opens_at=now,
        closes_at=now + timedelta(days=4),
        record_on=now.date() - timedelta(days=30),
    )
    for _number in range(motions):
        add_motion(assembly, mover=members[0])
    for _number in range(elections):
        add_election(assembly, candidates=list(zip(members, people, strict=True))[:3])
    return Meeting(
        assembly=assembly, organisations=members, people=people, observer=observer, observing=observing, now=now
    )


def head_of(member: Organisation) -> User:
    """A new full member, and the person who is its primary contact."""
    TermFactory(organisation=member)
    person: User = ContactFactory(organisation=member, user=UserFactory(), role=Role.PRIMARY).user
    return person


def convened(**wanted: Any) -> Meeting:
    meeting = draft(**wanted)
    actions.convene(meeting.assembly, now=meeting.now - timedelta(days=68))
    return fresh(meeting)


def frozen(**wanted: Any) -> Meeting:
    meeting = convened(**wanted)
    actions.freeze_roll(meeting.assembly, now=meeting.now - timedelta(days=30))
    return fresh(meeting)


def opened(**wanted: Any) -> Meeting:
    meeting = frozen(**wanted)
    actions.open_assembly(meeting.assembly, now=meeting.now)
    return fresh(meeting)


def attended(**wanted: Any) -> Meeting:
    """Open, and everybody who may vote is registered."""
    meeting = opened(**wanted)
    for organisation, person in zip(meeting.organisations, meeting.people, strict=True):
        actions.register(meeting.assembly, organisation=organisation, person=person, now=meeting.now)
    return meeting


def voting(**wanted: Any) -> tuple[Meeting, Ballot]:
    """Attended, with the first motion put to the vote."""
    meeting = attended(**wanted)
    return meeting, actions.put_to_the_vote(meeting.motions[0], now=meeting.now)


def electing(**wanted: Any) -> tuple[Meeting, Ballot]:
    """Attended, with every paper drawn (`meeting.drawn`, without the spare ones) and the election open."""
    meeting = attended(**wanted)
    slot = actions.draft(meeting.election).slot
    assert slot is not None
    for person in meeting.people:
        drawn = actions.draw_papers(meeting.assembly, by=person, now=meeting.now)
        meeting.drawn += [one for one in drawn if one.slot == slot.key]
    return meeting, actions.put_to_the_vote(meeting.election, now=meeting.now)


def closed(**wanted: Any) -> Meeting:
    """Everybody voted for the first motion, which was counted; then the assembly closed."""
    meeting, ballot = voting(**wanted)
    vote_alike(meeting, ballot, number=1)
    actions.close_and_count(ballot, now=meeting.step(hours=1))
    actions.close_assembly(meeting.assembly, now=meeting.step(days=4))
    return fresh(meeting)


def minuted(**wanted: Any) -> Meeting:
    meeting = closed(**wanted)
    actions.minute(meeting.assembly, text=translated(en="All went well."), now=meeting.step(days=10))
    return fresh(meeting)


def vote_alike(meeting: Meeting, ballot: Ballot, *, number: int, people: Sequence[User] = ()) -> None:
    """Each of these (all, unless told) chooses the same option for every vote that it holds."""
    for person in people or meeting.people:
        held = ballot.electorate.mandates.held_by(person)
        answers = [actions.Answer(mandate=mandate, choice=[[number]]) for mandate in held]
        actions.cast(ballot, answers=answers, by=person, now=meeting.now)


def hand_in_all(meeting: Meeting, ballot: Ballot, *, choices: Sequence[list[list[int]]]) -> list[str]:
    """The tracking codes, in the order in which the papers were drawn."""
    return [
        actions.hand_in(ballot, credential=one.credential, choice=choice).code
        for one, choice in zip(meeting.drawn, choices, strict=True)
    ]


def add_motion(assembly: Assembly, *, mover: Organisation) -> Motion:
    number = assembly.motions.count() + 1
    return Motion.objects.create(
        assembly=assembly,
        item=add_item(assembly),
        number=number,
        title=translated(en=f"Proposal {number}", fr=f"Proposition {number}", es=f"Propuesta {number}"),
        text=translated(en="The network acts."),
        mover=mover,
    )


def add_election(assembly: Assembly, *, candidates: Sequence[tuple[Organisation, User]]) -> Election:
    election = Election.objects.create(
        assembly=assembly, item=add_item(assembly), title=translated(en="Election of the chair")
    )
    Seat.objects.create(election=election, number=1)
    for organisation, person in candidates:
        Candidacy.objects.create(
            election=election, person=person, organisation=organisation, consented_at=assembly.opens_at
        )
    return election


def add_item(assembly: Assembly) -> AgendaItem:
    number = assembly.agenda.count() + 1
    return AgendaItem.objects.create(assembly=assembly, number=number, title=translated(en=f"Item {number}"))


def fresh(meeting: Meeting) -> Meeting:
    meeting.assembly = Assembly.objects.get(pk=meeting.assembly.pk)
    return meeting
