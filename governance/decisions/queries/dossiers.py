"""Everything about one decision that its page shows."""

from dataclasses import dataclass
from datetime import date

from governance.decisions.models import Answer, Decision, FollowUp, Interest, Recusal
from governance.decisions.permissions import may_finish, standpoint_of
from governance.decisions.queries.people import seats
from governance.decisions.queries.register import Line, line, with_follow_ups
from governance.decisions.rules import FollowUpState, Procedure, may_run
from members.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """`answers` are for the body and the secretariat only; `may_…` and `own…` are of the person who reads."""

    line: Line
    seats: int
    recusals: list[Recusal]
    interests: list[Interest]
    answers: list[Answer]
    readings: int
    follow_ups: list[FollowUp]
    own: Answer | None
    own_follow_ups: list[FollowUp]
    sits: bool
    is_recused: bool
    has_read: bool
    may_run: bool

    @property
    def may_answer(self) -> bool:
        return self.may_recuse and self.line.decision.procedure != Procedure.MEETING

    @property
    def may_recuse(self) -> bool:
        """Or declare an interest and stay."""
        return self.line.decision.is_open and self.sits and not self.is_recused

    @property
    def may_withdraw(self) -> bool:
        return self.may_run and self.line.decision.is_open

    @property
    def base(self) -> int:
        return self.seats - len(self.recusals)


def dossier(key: str, *, user: User, on: date) -> Dossier | None:
    """None when this person may not see it."""
    decision = with_follow_ups(Decision.objects.visible_to(user, on=on)).filter(key=key).first()
    return _dossier(decision, user=user, on=on) if decision else None


def _dossier(decision: Decision, *, user: User, on: date) -> Dossier:
    members = {office.user_id for office in seats(decision.body, on=on)}
    recusals = list(decision.recusals.select_related("member", "interest").order_by("recused_at", "pk"))
    answers = list(decision.answers.current().select_related("member").order_by("answered_at", "pk"))
    readers = set(decision.readings.values_list("reader", flat=True))
    runs = may_run(standpoint_of(user, decision.body, on=on))
    return Dossier(
        line=line(decision, on=on),
        seats=len(members),
        recusals=recusals,
        interests=_declared_only(decision),
        answers=answers if runs else [],
        readings=len(readers & members),
        follow_ups=list(decision.follow_ups.all()),
        own=next((answer for answer in answers if answer.member_id == user.pk), None),
        own_follow_ups=_to_finish(decision, user=user),
        sits=user.pk in members,
        is_recused=any(recusal.member_id == user.pk for recusal in recusals),
        has_read=user.pk in readers,
        may_run=runs,
    )


def _declared_only(decision: Decision) -> list[Interest]:
    """Interests of members who stayed."""
    stayed = decision.interests.filter(recusals__isnull=True)
    return list(stayed.select_related("member").order_by("declared_at", "pk"))


def _to_finish(decision: Decision, *, user: User) -> list[FollowUp]:
    if not decision.is_taken:
        return []
    in_hand = [one for one in decision.follow_ups.all() if one.state == FollowUpState.IN_HAND]
    return [one for one in in_hand if may_finish(user, one)]


def follow_up_to_finish(pk: int, *, key: str, user: User, on: date) -> FollowUp | None:
    """A follow-up of a decision that this person may see and of which they may say that it is done."""
    visible = Decision.objects.visible_to(user, on=on).filter(key=key)
    found = FollowUp.objects.filter(decision__in=visible, pk=pk).first()
    return found if found and may_finish(user, found) else None
