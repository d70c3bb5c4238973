"""The committee's articles, as they hold on a day."""

from datetime import date

from governance.decisions.rules import CommitteeRule, Procedure, Reason, Subject
from governance.statutes.queries import statutes_in_force
from governance.statutes.rules import Parameter, StatuteBook


def rule_in_force(procedure: Procedure, *, on: date) -> CommitteeRule:
    """What a decision by this procedure is taken under; it is frozen with the decision."""
    book = statutes_in_force(on)
    majority = book.majority_of(Parameter.COMMITTEE_MAJORITY)
    return CommitteeRule(
        quorum=book.share(_quorum(procedure)),
        majority=majority.share,
        strict=majority.strict,
        casting=book.word(Parameter.COMMITTEE_CASTING_VOTE),
        written_days=book.number(Parameter.WRITTEN_DAYS),
        silence_days=book.number(Parameter.SILENCE_DAYS),
        objections=book.number(Parameter.SILENCE_OBJECTIONS),
        excluded=frozenset(Subject(word) for word in book.words(Parameter.SILENCE_EXCLUDED)),
        articles=_articles(procedure, book=book),
    )


def _quorum(procedure: Procedure) -> Parameter:
    return Parameter.WRITTEN_QUORUM if procedure == Procedure.WRITTEN else Parameter.COMMITTEE_QUORUM


def _articles(procedure: Procedure, *, book: StatuteBook) -> dict[str, str]:
    """The article behind each reason, and behind the procedure and the recusals."""
    majority, silence = book.article(Parameter.COMMITTEE_MAJORITY), book.article(Parameter.SILENCE_DAYS)
    written = book.article(Parameter.WRITTEN_DAYS)
    return {
        Reason.MAJORITY.value: majority,
        Reason.REJECTED.value: majority,
        Reason.CASTING_VOTE.value: book.article(Parameter.COMMITTEE_CASTING_VOTE),
        Reason.TIED.value: book.article(Parameter.COMMITTEE_CASTING_VOTE),
        Reason.NO_QUORUM.value: book.article(_quorum(procedure)),
        Reason.NO_OBJECTION.value: silence,
        Reason.OBJECTED.value: book.article(Parameter.SILENCE_OBJECTIONS),
        Reason.MEETING_CALLED.value: written,
        "procedure": {Procedure.SILENCE: silence, Procedure.WRITTEN: written}.get(procedure, majority),
        "recusal": book.article(Parameter.INTERESTS),
    }
