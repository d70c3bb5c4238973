"""Two assemblies of Kite: last year's with results and minutes, and this one, open for voting now."""

from __future__ import annotations

import json
import random
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cms.demo.network import Network
from cms.demo.papers import paper_file
from cms.languages import TranslatedText
from governance.assembly import actions
from governance.assembly.actions import Answer
from governance.assembly.models import AgendaItem, Assembly, Candidacy, Delegation, Election, Motion, Paper, Seat
from governance.voting.models import Ballot, Mandate
from members.accounts.models import User
from members.organisations.models import Organisation

DATA = Path(__file__).parent / "data" / "assemblies.json"

# The members whom one can be in the demo.
VISITORS = ("teodora", "noor", "hana")
# How the organisations answer, in parts of a hundred: in favour, against, abstention.
LEANINGS = {
    "accounts": (94, 2, 4),
    "members": (90, 4, 6),
    "statutes": (78, 15, 7),
    "fees": (64, 28, 8),
    "policy": (82, 9, 9),
}


def build(network: Network) -> None:
    written = json.loads(DATA.read_text(encoding="utf-8"))
    hold_last_year(network, written["closed"])
    hold_now(network, written["open"])


def hold_last_year(network: Network, written: dict[str, Any]) -> None:
    began = network.now - timedelta(days=365)
    assembly = prepare(network, written, opens_at=began, lasts=timedelta(days=1))
    actions.open_assembly(assembly, now=began)
    assembly.refresh_from_db()
    attend(assembly, besides=set(), now=began)
    for motion in assembly.motions.order_by("number"):
        vote_and_count(network, motion, now=began + timedelta(hours=2))
    elect_last_year(network, assembly, now=began + timedelta(hours=5))
    actions.read_quorum(assembly, now=began + timedelta(hours=3))
    actions.close_assembly(assembly, now=began + timedelta(days=1))
    actions.minute(assembly, text=text(written["minutes"]), now=began + timedelta(days=25))


def hold_now(network: Network, written: dict[str, Any]) -> None:
    began = network.now - timedelta(hours=22)
    assembly = prepare(network, written, opens_at=began, lasts=timedelta(days=4))
    actions.open_assembly(assembly, now=began)
    assembly.refresh_from_db()
    holder = network.organisations["lantern-forum"]
    givers = [network.organisations[slug] for slug in ("foro-jacaranda", "tambourin-enfance")]
    for giver in givers:
        head = Delegation.objects.filter(assembly=assembly, organisation=giver).order_by("pk")[0].person
        actions.give_proxy(assembly, giver=giver, holder=holder, by=head, now=began + timedelta(minutes=5))
    attend(assembly, besides={holder, *givers}, now=began + timedelta(minutes=20))
    *decided, last = assembly.motions.order_by("number")
    for motion in decided:
        vote_and_count(network, motion, now=began + timedelta(hours=3))
    open_ballots(network, assembly, last=last, now=network.now - timedelta(hours=3))
    actions.read_quorum(assembly, now=network.now - timedelta(hours=1))


def prepare(network: Network, written: dict[str, Any], *, opens_at: datetime, lasts: timedelta) -> Assembly:
    """Written down, convened in time and its roll frozen thirty days before."""
    opens_at = opens_at.replace(minute=0, second=0, microsecond=0)
    assembly = Assembly.objects.create(
        slug=str(opens_at.year),
        title=text(written["title"], year=opens_at.year),
        place=text(written["place"]),
        chair=network.people["tomasi"].name,
        opens_at=opens_at,
        closes_at=opens_at + lasts,
        record_on=opens_at.date() - timedelta(days=30),
    )
    for number, item in enumerate(written["agenda"], start=1):
        put_on_the_agenda(network, assembly, item, number=number)
    actions.convene(assembly, now=opens_at - timedelta(days=68))
    actions.freeze_roll(assembly, now=opens_at - timedelta(days=30))
    assembly.refresh_from_db()
    actions.appoint_teller(assembly, person=network.people["tomasi"], now=opens_at)
    return assembly


def put_on_the_agenda(network: Network, assembly: Assembly, written: dict[str, Any], *, number: int) -> None:
    item = AgendaItem.objects.create(assembly=assembly, number=number, title=text(written["title"]))
    for place, title in enumerate(written.get("papers", []), start=1):
        Paper.objects.create(item=item, number=place, title=text(title), file=paper_file(title))
    if motion := written.get("motion"):
        Motion.objects.create(
            assembly=assembly,
            item=item,
            number=assembly.motions.count() + 1,
            title=text(motion["title"]),
            text=text(motion["text"]),
            kind=motion["kind"],
            mover=network.organisations[motion["mover"]],
        )
    if election := written.get("election"):
        put_up_for_election(network, item, election)


def put_up_for_election(network: Network, item: AgendaItem, written: dict[str, Any]) -> None:
    election = Election.objects.create(assembly=item.assembly, item=item, title=text(written["title"]))
    for number in range(1, written["seats"] + 1):
        Seat.objects.create(election=election, number=number)
    for key, statement in written["candidates"].items():
        person = network.people[key]
        Candidacy.objects.create(
            election=election,
            person=person,
            organisation=person.contacts.order_by("pk")[0].organisation,
            statement=text(statement),
            consented_at=item.assembly.opens_at - timedelta(days=62),
        )


def attend(assembly: Assembly, *, besides: set[Organisation], now: datetime) -> None:
    """Everybody on the roll but the last three registers, and those named."""
    entries = list(assembly.roll.entitled().select_related("organisation").order_by("organisation__name"))
    for entry in entries[:-3]:
        if entry.organisation not in besides:
            head = (
                Delegation.objects.filter(assembly=assembly, organisation=entry.organisation).order_by("pk")[0].person
            )
            actions.register(assembly, organisation=entry.organisation, person=head, now=now)


def vote_and_count(network: Network, motion: Motion, *, now: datetime) -> None:
    ballot = actions.put_to_the_vote(motion, now=now)
    vote(ballot, leaning=LEANINGS[leaning_of(motion)], among=100, seed=motion.number, now=now + timedelta(minutes=5))
    actions.close_and_count(ballot, now=now + timedelta(minutes=20))


def vote(ballot: Ballot, *, leaning: tuple[int, int, int], among: int, seed: int, now: datetime) -> None:
    """`among` of a hundred holders answer. A fixed seed makes the demo the same each time it is built."""
    chance = random.Random(seed)
    for mandate in held_mandates(ballot):
        if chance.randrange(100) < among:
            number = chance.choices((1, 2, 3), weights=leaning)[0]
            assert mandate.held_by is not None
            actions.cast(ballot, answers=[Answer(mandate=mandate, choice=[[number]])], by=mandate.held_by, now=now)


def open_ballots(network: Network, assembly: Assembly, *, last: Motion, now: datetime) -> None:
    """The last motion, half voted on, and the election, with papers drawn by everybody registered.

    But for those whom a visitor can be: codes are shown once, to who draws, so they draw themselves.
    """
    ballot = actions.put_to_the_vote(last, now=now)
    vote(ballot, leaning=LEANINGS["fees"], among=70, seed=4, now=now + timedelta(minutes=15))
    election = assembly.elections.get()
    actions.draft(election)
    papers = draw_all(assembly, besides=[network.people[key] for key in VISITORS], now=now)
    actions.put_to_the_vote(election, now=now)
    hand_in_all(election, papers[: len(papers) * 2 // 3], seed=5)


def elect_last_year(network: Network, assembly: Assembly, *, now: datetime) -> None:
    election = assembly.elections.get()
    actions.draft(election)
    papers = draw_all(assembly, now=now)
    ballot = actions.put_to_the_vote(election, now=now)
    hand_in_all(election, papers, seed=6)
    actions.close_and_count(ballot, now=now + timedelta(hours=1))
    actions.sign(ballot, by=network.people["tomasi"], now=now + timedelta(hours=2))


def draw_all(assembly: Assembly, *, besides: Collection[User] = (), now: datetime) -> list[str]:
    """Everybody registered draws, but for those named.

    The credentials of the first election, mixed: the demo hands them in itself.
    """
    assert assembly.series is not None
    first = assembly.series.slots.get(number=1).key
    papers = []
    there = assembly.presences.now_there().exclude(person__in=besides)
    for presence in there.select_related("person").order_by("pk"):
        drawn = actions.draw_papers(assembly, by=presence.person, now=now)
        papers += [one.credential for one in drawn if one.slot == first]
    return sorted(papers)


def hand_in_all(election: Election, credentials: Sequence[str], *, seed: int) -> None:
    assert election.ballot is not None
    chance = random.Random(seed)
    options = list(election.ballot.options.order_by("number").values_list("number", flat=True))
    for credential in credentials:
        weighted = sorted(
            options, key=lambda number: chance.random() ** (1 / (len(options) + 2 - number)), reverse=True
        )
        ranking = [[number] for number in weighted[: chance.randint(1, len(options))]]
        actions.hand_in(election.ballot, credential=credential, choice=ranking)


def held_mandates(ballot: Ballot) -> list[Mandate]:
    return list(ballot.electorate.mandates.exclude(held_by=None).select_related("held_by").order_by("pk"))


def leaning_of(motion: Motion) -> str:
    words = str(motion.title.said("en").text).lower()
    return next((name for name in LEANINGS if name in words), "policy")


def text(written: dict[str, str], **values: object) -> TranslatedText:
    return TranslatedText(texts={code: said.format(**values) for code, said in written.items()})
