"""Electorates with people in them, and ballots at every stage of their life."""

from collections.abc import Sequence
from datetime import UTC, datetime

from cms.languages import translated
from governance.box import actions as box
from governance.statutes.rules import MotionKind, StatuteBook
from governance.voting.actions import (
    Drawn,
    Wording,
    appoint_teller,
    draft_election,
    draft_motion,
    draw,
    give_mandate,
    make_electorate,
    make_series,
    open_ballot,
)
from governance.voting.models import Ballot, Electorate, Mandate, Series, Slot
from governance.voting.queries import free_slot
from governance.voting.rules.words import Kind
from members.accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.organisations import OrganisationFactory

OPENLY = StatuteBook.from_json({"persons_in_secret": {"value": 0, "article": "13.2"}})
"""Statutes under which persons are elected by recorded votes."""
NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
QUESTION = Wording(question=translated(en="Shall the plan be adopted?", fr="Adopter le plan ?", es="¿Adoptar el plan?"))


def electorate(*, organisations: int = 6, units: int = 1) -> Electorate:
    """Each organisation's mandate is held by a person of its own."""
    made = make_electorate("General assembly")
    for _place in range(organisations):
        give_mandate(made, to=OrganisationFactory(), held_by=UserFactory(), units=units)
    return made


def mandates(of: Electorate) -> list[Mandate]:
    return list(of.mandates.select_related("held_by").order_by("pk"))


def holder(of: Mandate) -> User:
    """Who votes with it."""
    assert of.held_by is not None
    return of.held_by


def teller_of(ballot: Ballot) -> User:
    """Somebody appointed to sign its count."""
    teller: User = UserFactory(name="Odile Marrakchi")
    appoint_teller(ballot.electorate, person=teller, on=NOON.date())
    return teller


def slot_of(ballot: Ballot) -> Slot:
    """Of a secret ballot."""
    assert ballot.slot is not None
    return ballot.slot


def motion(of: Electorate, *, kind: MotionKind = MotionKind.ORDINARY) -> Ballot:
    return draft_motion(of, wording=QUESTION, motion=kind, book=StatuteBook())


def open_motion(of: Electorate, *, kind: MotionKind = MotionKind.ORDINARY) -> Ballot:
    return open_ballot(motion(of, kind=kind), now=NOON)


def election(
    of: Electorate,
    *,
    kind: Kind = Kind.APPROVAL,
    seats: int = 2,
    names: Sequence[str] = ("Ana", "Bo", "Chi"),
    series: Series | None = None,
) -> Ballot:
    return draft_election(
        of,
        wording=QUESTION,
        kind=kind,
        seats=seats,
        candidates=[translated(en=name) for name in names],
        book=StatuteBook() if series else OPENLY,
        slot=free_slot(series) if series else None,
    )


def series_drawn_by_all(of: Electorate, *, slots: int = 1) -> tuple[Series, list[Drawn]]:
    """A series for which every mandate's holder has drawn."""
    made = make_series(of, slots=slots, now=NOON)
    drawn = []
    for mandate in mandates(of):
        drawn += draw(made, mandates=[mandate], by=holder(mandate), now=NOON)
    return made, drawn


def open_secret_election(*, organisations: int = 6) -> tuple[Ballot, list[Drawn]]:
    everybody = electorate(organisations=organisations)
    series, drawn = series_drawn_by_all(everybody)
    return open_ballot(election(everybody, series=series), now=NOON), drawn


def cast_all(drawn: Sequence[Drawn], *, contents: Sequence[list[list[int]]]) -> list[box.Receipt]:
    return [
        box.cast(one.slot, credential=one.credential, content=content)
        for one, content in zip(drawn, contents, strict=False)
    ]
