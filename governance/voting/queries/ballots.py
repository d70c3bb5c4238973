"""Questions about ballots, mandates and results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet

from governance.voting.models import Ballot, Draw, Electorate, Mandate, Option, RecordedVote, Result, Series, Slot

if TYPE_CHECKING:
    from members.accounts.models import User


def ballots_awaiting(user: User) -> QuerySet[Ballot]:
    """Open recorded ballots in which a mandate that this person holds has no vote yet.

    Who has cast a secret paper is not known here, so secret ballots are not among them.
    """
    voted = RecordedVote.objects.current().filter(ballot=OuterRef(OuterRef("pk")), mandate=OuterRef("pk"))
    unvoted = Mandate.objects.held_by(user).filter(~Exists(voted), electorate=OuterRef("electorate"))
    return Ballot.objects.open().filter(Exists(unvoted), slot__isnull=True).order_by("opened_at", "pk")


def mandates_held(user: User, *, electorate: Electorate) -> QuerySet[Mandate]:
    """This person's own first, then those by proxy."""
    held = Mandate.objects.held_by(user).filter(electorate=electorate)
    return held.select_related("organisation", "person").order_by("holding", "pk")


def own_votes(user: User, *, ballot: Ballot) -> dict[int, RecordedVote]:
    """By the mandate's primary key: the current votes of the mandates that this person holds."""
    votes = ballot.votes.current().filter(mandate__held_by=user).select_related("entry")
    return {vote.mandate_id: vote for vote in votes}


def last_of(votes: Mapping[int, RecordedVote]) -> int:
    """The number of the ledger's entry for the last of these votes; 0 when there is none."""
    return max((vote.entry.n for vote in votes.values()), default=0)


def is_answered(votes: Mapping[int, RecordedVote], *, mandates: Iterable[Mandate]) -> bool:
    """Whether each of these mandates has a vote."""
    return all(mandate.pk in votes for mandate in mandates)


def elected(result: Result) -> list[Option]:
    """The options that fill the seats, in the order of their election."""
    numbers = result.figures.get("elected", [])
    options = {option.number: option for option in result.ballot.options.all()}
    return [options[number] for number in numbers]


def free_slot(series: Series) -> Slot | None:
    """The next slot of a series that no ballot uses."""
    return series.slots.filter(ballot__isnull=True).order_by("number").first()


def undrawn_mandates(user: User, *, series: Series) -> QuerySet[Mandate]:
    """The mandates that this person holds and for which no credential of the series was drawn."""
    drawn = Draw.objects.filter(mandate=OuterRef("pk"), slot__series=series)
    return mandates_held(user, electorate=series.electorate).filter(~Exists(drawn))
