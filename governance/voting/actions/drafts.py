"""Making ballots: a motion or an election, with the rule that the statutes give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from cms.languages import TranslatedText, translated
from governance.statutes.rules import MotionKind, Parameter, StatuteBook
from governance.voting.models import Ballot, Electorate, Option, Slot
from governance.voting.rules.motions import MotionRule, quorum_json
from governance.voting.rules.words import Kind, Secrecy, Stance, State

ANSWERS = [
    (Stance.IN_FAVOUR, translated(en="For", fr="Pour", es="A favor")),
    (Stance.AGAINST, translated(en="Against", fr="Contre", es="En contra")),
    (Stance.ABSTENTION, translated(en="Abstain", fr="Abstention", es="Abstención")),
]


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What stands on the paper: the question, and the text that it is about."""

    question: TranslatedText
    text: TranslatedText = field(default_factory=TranslatedText)


@transaction.atomic
def draft_motion(
    electorate: Electorate, *, wording: Wording, motion: MotionKind, book: StatuteBook, slot: Slot | None = None
) -> Ballot:
    """Recorded, or secret when it is given a slot. Options 1 in favour, 2 against, 3 abstention."""
    rule = MotionRule(majority=book.majority(motion), quorum=book.quorum()).to_json()
    ballot = _drafted(electorate, wording=wording, kind=Kind.MOTION, book=book, slot=slot, seats=1, rule=rule)
    _options(ballot, answers=ANSWERS)
    return ballot


@transaction.atomic
def draft_election(
    electorate: Electorate,
    *,
    wording: Wording,
    kind: Kind,
    seats: int,
    candidates: Sequence[TranslatedText],
    book: StatuteBook,
    slot: Slot | None = None,
) -> Ballot:
    """By approval of at most as many as there are seats, or by ranking of any number. Secret with a slot."""
    most = seats if kind == Kind.APPROVAL else len(candidates)
    rule = {"quorum": quorum_json(book.quorum()), "most": most, "article": book.article(Parameter.TIES)}
    ballot = _drafted(electorate, wording=wording, kind=kind, book=book, slot=slot, seats=seats, rule=rule)
    _options(ballot, answers=[(Stance.CANDIDATE, label) for label in candidates])
    return ballot


def _drafted(
    electorate: Electorate,
    *,
    wording: Wording,
    kind: Kind,
    book: StatuteBook,
    slot: Slot | None,
    seats: int,
    rule: dict[str, object],
) -> Ballot:
    secrecy = Secrecy.SECRET if slot else Secrecy.RECORDED
    readable_from = book.rules[Parameter.RESULTS_VISIBLE].value[str(secrecy)]
    return Ballot.objects.create(
        electorate=electorate,
        slot=slot,
        question=wording.question,
        text=wording.text,
        kind=kind,
        secrecy=secrecy,
        seats=seats,
        readable_from=State(readable_from),
        rule={"most": 1, "least_papers": book.number(Parameter.LEAST_PAPERS), **rule},
    )


def _options(ballot: Ballot, *, answers: Sequence[tuple[Stance, TranslatedText]]) -> None:
    for number, (stance, label) in enumerate(answers, start=1):
        Option.objects.create(ballot=ballot, number=number, label=label, stance=stance)
