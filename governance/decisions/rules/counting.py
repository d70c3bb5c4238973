"""Whether a decision carries, with the figures that show it. Integers and fractions only."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from governance.decisions.rules.words import Choice, OfficeRole, Procedure, Subject

NOT_COUNTED = -1


@dataclass(frozen=True, kw_only=True)
class CommitteeRule:
    """The statutes that a decision is taken under, frozen when it opens (voting.md, the committee's rows).

    `quorum` is a share of the members who are not recused: the least number of answers in writing.
    `majority` is a share of the votes for and against; `strict` when it must be exceeded ("more than half").
    `casting` says whose vote breaks a tie: "chair" or nobody's. Days are calendar days in writing and
    working days for silence; `articles` names where each rule stands.
    """

    quorum: Fraction = Fraction(1, 2)
    majority: Fraction = Fraction(1, 2)
    strict: bool = True
    casting: str = "chair"
    written_days: int = 7
    silence_days: int = 5
    objections: int = 1
    excluded: frozenset[Subject] = frozenset({Subject.BUDGET, Subject.PERSONS, Subject.STATUTES})
    articles: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        return {
            "quorum": str(self.quorum),
            "majority": str(self.majority),
            "strict": int(self.strict),
            "casting": self.casting,
            "written_days": self.written_days,
            "silence_days": self.silence_days,
            "objections": self.objections,
            "excluded": sorted(self.excluded),
            "articles": dict(self.articles),
        }

    @classmethod
    def from_json(cls, frozen: Mapping[str, Any]) -> "CommitteeRule":
        return cls(
            quorum=Fraction(frozen["quorum"]),
            majority=Fraction(frozen["majority"]),
            strict=bool(frozen["strict"]),
            casting=frozen["casting"],
            written_days=frozen["written_days"],
            silence_days=frozen["silence_days"],
            objections=frozen["objections"],
            excluded=frozenset(Subject(subject) for subject in frozen["excluded"]),
            articles=dict(frozen["articles"]),
        )


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Who may answer and who answered what, as numbers; `chair` is what the chair answered, "" for nothing.

    `present` is how many of those who may vote were in the meeting, NOT_COUNTED where nobody wrote it down.
    Errors: ValueError when there are more answers than people who may answer, or who were there.
    """

    entitled: int
    recused: int
    votes_for: int = 0
    votes_against: int = 0
    abstentions: int = 0
    objections: int = 0
    meetings_asked: int = 0
    present: int = NOT_COUNTED
    chair: str = ""

    def __post_init__(self) -> None:
        counted = (self.votes_for, self.votes_against, self.abstentions, self.objections, self.meetings_asked)
        if min(*counted, self.recused, self.base) < 0 or max(sum(counted), self.present) > self.base:
            raise ValueError("More answers than people who may answer.")
        if self.was_counted and sum(counted) > self.present:
            raise ValueError("More votes than people who were there.")

    @property
    def base(self) -> int:
        """Those who may answer: a recused person counts neither for the quorum nor for the majority."""
        return self.entitled - self.recused

    @property
    def answers(self) -> int:
        return self.votes_for + self.votes_against + self.abstentions

    @property
    def was_counted(self) -> bool:
        return self.present != NOT_COUNTED

    @property
    def taking_part(self) -> int:
        """What the quorum is asked of: who was there, or who answered."""
        return max(self.present, self.answers)


@dataclass(frozen=True, kw_only=True)
class Count:
    """The show of hands of a meeting; `chair` is what the chair voted, which breaks a tie.

    `present` counts those who were there and may vote.
    """

    votes_for: int
    votes_against: int
    abstentions: int
    present: int = NOT_COUNTED
    chair: Choice | None = None


class Reason(StrEnum):
    """Why a decision carried or did not. The words for each are in `models.labels`."""

    MAJORITY = "majority"
    CASTING_VOTE = "casting_vote"
    NO_OBJECTION = "no_objection"
    REJECTED = "rejected"
    TIED = "tied"
    NO_QUORUM = "no_quorum"
    OBJECTED = "objected"
    MEETING_CALLED = "meeting_called"


CARRIED = frozenset({Reason.MAJORITY, Reason.CASTING_VOTE, Reason.NO_OBJECTION})


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of it, the figures, and the article that says so."""

    reason: Reason
    tally: Tally
    article: str

    @property
    def is_carried(self) -> bool:
        return self.reason in CARRIED

    def to_json(self) -> dict[str, Any]:
        """Integers and strings only, as the ledger wants them."""
        return {"reason": self.reason.value, "article": self.article, **asdict(self.tally), "base": self.tally.base}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Outcome":
        # What was decided before a figure was counted does not have it.
        figures = {name: kept[name] for name in Tally.__dataclass_fields__ if name in kept}
        return cls(reason=Reason(kept["reason"]), article=kept["article"], tally=Tally(**figures))


def tally(
    answers: Mapping[int, Choice], *, members: Collection[int], recused: Collection[int], chair: int | None
) -> Tally:
    """`answers` by person; what somebody said who is no member or who is recused does not count."""
    heard = {person: choice for person, choice in answers.items() if person in members and person not in recused}
    count = Counter(heard.values())
    return Tally(
        entitled=len(members),
        recused=sum(1 for person in recused if person in members),
        votes_for=count[Choice.FOR],
        votes_against=count[Choice.AGAINST],
        abstentions=count[Choice.ABSTAIN],
        objections=count[Choice.OBJECT],
        meetings_asked=count[Choice.MEETING],
        chair=heard[chair].value if chair in heard else "",
    )


def outcome(procedure: Procedure, tally: Tally, *, rule: CommitteeRule) -> Outcome:
    """What the answers amount to when nobody may answer any more."""
    reason = _by_silence(tally, rule=rule) if procedure == Procedure.SILENCE else _by_votes(tally, rule=rule)
    return Outcome(reason=reason, tally=tally, article=rule.articles.get(reason.value, ""))


def settles(
    procedure: Procedure, tally: Tally, *, rule: CommitteeRule, deadline_at: datetime | None, now: datetime
) -> bool:
    """Whether nothing is left to wait for: the deadline passed, all answered, or silence was broken."""
    if deadline_at is not None and now >= deadline_at:
        return True
    if procedure == Procedure.SILENCE:
        return tally.objections >= rule.objections
    if procedure == Procedure.WRITTEN:
        return tally.meetings_asked > 0 or tally.answers == tally.base
    return False


def _by_silence(tally: Tally, *, rule: CommitteeRule) -> Reason:
    return Reason.OBJECTED if tally.objections >= rule.objections else Reason.NO_OBJECTION


def _by_votes(tally: Tally, *, rule: CommitteeRule) -> Reason:
    if tally.meetings_asked:
        return Reason.MEETING_CALLED
    if tally.taking_part == 0 or tally.taking_part < tally.base * rule.quorum:
        return Reason.NO_QUORUM
    if tally.votes_for == tally.votes_against:
        return _tied(tally, rule=rule)
    needed = (tally.votes_for + tally.votes_against) * rule.majority
    reached = tally.votes_for > needed if rule.strict else tally.votes_for >= needed
    return Reason.MAJORITY if reached else Reason.REJECTED


def _tied(tally: Tally, *, rule: CommitteeRule) -> Reason:
    if rule.casting != OfficeRole.CHAIR:
        return Reason.TIED
    return {Choice.FOR.value: Reason.CASTING_VOTE, Choice.AGAINST.value: Reason.REJECTED}.get(tally.chair, Reason.TIED)
