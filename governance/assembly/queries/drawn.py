"""The papers that a person drew: with their codes, once; later only that they were drawn, when and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from governance.assembly.models import Assembly, Election
from governance.voting.actions.draws import Drawn
from governance.voting.models import Draw, Mandate
from governance.voting.queries.ballots import mandates_held
from members.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class DrawnPaper:
    """A paper as its voter is shown it, once. `election` is None while it is not known which one it is for."""

    number: int
    election: Election | None
    credential: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class DrawnVote:
    """A vote that the person holds, and the papers that they just drew with it, in the order of the elections."""

    mandate: Mandate
    papers: list[DrawnPaper]


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """That the papers of a mandate were drawn. What their codes are is known to nobody but who was shown them."""

    mandate: Mandate
    by: str
    at: datetime


def drawn_papers(assembly: Assembly, *, drawn: Iterable[Drawn], user: User) -> list[DrawnVote]:
    """By vote, the person's own first."""
    assert assembly.electorate is not None
    assert assembly.series is not None
    numbers = dict(assembly.series.slots.values_list("key", "number"))
    known = assembly.elections.exclude(ballot=None).select_related("ballot", "ballot__slot")
    elections = {one.ballot.slot.key: one for one in known if one.ballot and one.ballot.slot}
    papers: dict[str, list[DrawnPaper]] = {}
    for one in sorted(drawn, key=lambda one: numbers[one.slot]):
        paper = DrawnPaper(number=numbers[one.slot], election=elections.get(one.slot), credential=one.credential)
        papers.setdefault(one.mandate, []).append(paper)
    held = mandates_held(user, electorate=assembly.electorate)
    return [DrawnVote(mandate=one, papers=papers[one.key]) for one in held if one.key in papers]


def drawings(assembly: Assembly, *, user: User) -> list[Drawing]:
    """Of the mandates that this person holds, own first; those that drew nothing are left out."""
    if assembly.electorate is None:
        return []
    draws = Draw.objects.filter(slot__series=assembly.series_id, mandate__held_by=user).order_by("drawn_at")
    drawn = {row["mandate"]: row for row in draws.values("mandate", "drawn_by__name", "drawn_at").distinct()}
    return [
        Drawing(mandate=mandate, by=drawn[mandate.pk]["drawn_by__name"], at=drawn[mandate.pk]["drawn_at"])
        for mandate in mandates_held(user, electorate=assembly.electorate)
        if mandate.pk in drawn
    ]
