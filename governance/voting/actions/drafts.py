"""Making ballots: a motion or an election, with the rule that the statutes give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from cms.languages import TranslatedText, translated
from governance.statutes.rules import MotionKind, Parameter, StatuteBook
from governance.voting.actions.ballots import locked
from governance.voting.actions.refusals import BallotRefused
from governance.voting.models import Ballot, Electorate, Instruction, Option, Slot
from governance.voting.rules.frozen import quorum_json
from governance.voting.rules.motions import MotionRule
from governance.voting.rules.words import Holding, Kind, Secrecy, Stance, State

REPEATED = ("electorate", "question", "text", "kind", "secrecy", "seats", "rule", "readable_from")
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
    if slot is None and book.is_so(Parameter.PERSONS_IN_SECRET):
        raise BallotRefused(
            _("Persons are elected by secret ballot (art. %(article)s), and no ballot papers are left for one.")
            % {"article": book.article(Parameter.PERSONS_IN_SECRET)}
        )
    most = seats if kind == Kind.APPROVAL else len(candidates)
    rule = {**_election_rule(book), "most": most}
    ballot = _drafted(electorate, wording=wording, kind=kind, book=book, slot=slot, seats=seats, rule=rule)
    _options(ballot, answers=[(Stance.CANDIDATE, label) for label in candidates])
    return ballot


def _election_rule(book: StatuteBook) -> dict[str, object]:
    return {
        "quorum": quorum_json(book.quorum()),
        "ties": list(book.words(Parameter.TIES)),
        "article": book.article(Parameter.TIES),
    }


@transaction.atomic
def repeat_ballot(withdrawn: Ballot, *, slot: Slot | None = None) -> Ballot:
    """The same question under the same rule anew, a secret one in another slot; what proxies were told goes with it."""
    withdrawn = locked(withdrawn)
    if withdrawn.state != State.WITHDRAWN:
        raise BallotRefused(_("Only a ballot that was withdrawn is repeated."))
    if withdrawn.is_secret and slot is None:
        raise BallotRefused(_("No ballot papers are left for a repetition. A new series has to be drawn."))
    copied = {name: getattr(withdrawn, name) for name in REPEATED}
    ballot = Ballot.objects.create(slot=slot, **copied)
    answers = [(Stance(option.stance), option.label) for option in withdrawn.options.order_by("number")]
    _options(ballot, answers=answers)
    told = Instruction.objects.filter(ballot=withdrawn, mandate__holding=Holding.PROXY)
    Instruction.objects.bulk_create(
        [Instruction(ballot=ballot, mandate_id=one.mandate_id, choice=one.choice) for one in told]
    )
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
