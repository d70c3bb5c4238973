"""The picture and the table of a count by ranking: how far each candidate came, in words and in figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from governance.assembly.rules.race import Track, race
from governance.voting.models import Result
from governance.voting.rules.stages import Action
from governance.voting.rules.words import Kind


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Votes after the stage that `head` names; a table that lies down repeats it beside them."""

    head: str
    votes: str


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One candidate. The lengths are in votes, as a drawing reads them; the rest is for people.

    `kept` first preferences, `added` by transfer, `passed` on above the quota. `cells` are the votes after each stage.
    """

    name: str
    word: str
    label: str
    is_elected: bool
    kept: str
    added: str
    passed: str
    cells: list[Cell]


@dataclass(frozen=True, kw_only=True)
class ShownRace:
    """`heads` name the stages, `lost` what was with nobody after each of them."""

    quota: int
    width: str
    arithmetic: str
    lanes: list[Lane]
    heads: list[str]
    lost: list[Cell]


def shown_race(result: Result) -> ShownRace | None:
    """None for what was not counted by ranking, and where no quorum let nobody be elected."""
    if result.ballot.kind != Kind.STV or not result.stages:
        return None
    names = {option.number: str(option.label) for option in result.ballot.options.all()}
    found = race(result.stages, quota=int(result.figures["quota"]))
    heads = [_head(stage, names) for stage in result.stages]
    return ShownRace(
        quota=found.quota,
        width=_plain(found.width),
        arithmetic=_quota_arithmetic(result),
        lanes=[_lane(track, heads, name=names[track.number]) for track in found.tracks],
        heads=heads,
        lost=_cells(heads, found.exhausted),
    )


def _lane(track: Track, heads: list[str], *, name: str) -> Lane:
    said = {
        "name": name,
        "first": _figure(track.first),
        "transfer": _figure(track.by_transfer),
        "most": _figure(track.most),
        "quota": number_format(track.quota),
    }
    label = _("%(name)s: %(first)s first preferences, %(transfer)s by transfer, %(most)s at the most; quota %(quota)s")
    return Lane(
        name=name,
        word=_word(track),
        label=label % said,
        is_elected=bool(track.elected_at),
        kept=_plain(track.kept),
        added=_plain(track.by_transfer),
        passed=_plain(track.passed_on),
        cells=_cells(heads, track.after),
    )


def _cells(heads: Sequence[str], votes: Sequence[Decimal | None]) -> list[Cell]:
    return [Cell(head=head, votes="–" if one is None else _figure(one)) for head, one in zip(heads, votes, strict=True)]


def _word(track: Track) -> str:
    if track.elected_at:
        return _("Elected, stage %(n)s") % {"n": track.elected_at}
    if track.excluded_at:
        return _("Excluded, stage %(n)s") % {"n": track.excluded_at}
    return _("Not elected")


def _head(stage: Mapping[str, Any], names: Mapping[int, str]) -> str:
    words = {
        Action.FIRST_PREFERENCES: _("%(n)s. First choices"),
        Action.SURPLUS: _("%(n)s. Surplus of %(name)s"),
        Action.EXCLUSION: _("%(n)s. %(name)s excluded"),
        Action.LAST_SEATS: _("%(n)s. Last seats"),
    }
    return words[Action(stage["action"])] % {"n": stage["number"], "name": names.get(stage["of"], "")}


def _quota_arithmetic(result: Result) -> str:
    """The Droop quota: the least whole number of papers that so many candidates as there are seats can reach."""
    papers, seats = int(result.figures["papers"]), int(result.figures["seats"])
    share = (Decimal(papers) / (seats + 1)).quantize(Decimal("0.01")).normalize()
    words = _("%(papers)s valid papers ÷ (%(seats)s + 1) = %(share)s → quota %(quota)s")
    return words % {
        "papers": number_format(papers),
        "seats": number_format(seats),
        "share": number_format(share),
        "quota": number_format(int(result.figures["quota"])),
    }


def _figure(votes: Decimal) -> str:
    """Whole votes as a whole number, parts with all five decimals."""
    return number_format(int(votes)) if votes == votes.to_integral_value() else number_format(votes, decimal_pos=5)


def _plain(votes: Decimal) -> str:
    """As SVG reads it: a point, and no exponent."""
    return f"{votes.normalize():f}"
