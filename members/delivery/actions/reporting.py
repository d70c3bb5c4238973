"""What comes back after a mail was accepted: counted once, and never told twice to a dead address."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from members.delivery.actions.steering import A_PERSON, finish_dispatches
from members.delivery.actions.tallying import add_to_tally
from members.delivery.models import Delivery, Dispatch, Feedback, Suppression
from members.delivery.queries import progress_of
from members.delivery.rules import (
    STATE_AFTER,
    DeliveryState,
    DispatchState,
    FeedbackKind,
    Report,
    Stream,
    is_alarming,
    may_pass,
    streams_stopped_by,
)


@transaction.atomic
def take_report(report: Report, *, source: str, now: datetime) -> bool:
    """Whether it is news: False for a mail that is not ours, and for a report that was counted before."""
    mail = Delivery.objects.select_for_update(of=("self",)).select_related("dispatch").filter(uid=report.uid).first()
    if mail is None:
        return False
    told = {"delivery": mail, "kind": report.kind.value, "at": now, "detail": report.detail[:500]}
    _feedback, is_new = Feedback.objects.get_or_create(source=source, event_id=report.event_id, defaults=told)
    if is_new:
        _move(mail, report)
        stop_streams(mail, report, now=now)
        _pause_when_alarming(mail.dispatch)
    return is_new


def stop_streams(mail: Delivery, report: Report, *, now: datetime) -> None:
    reason = _("The reader complained.") if report.kind is FeedbackKind.COMPLAINED else report.detail[:200]
    for stream in streams_stopped_by(report, stream=Stream(mail.dispatch.stream)):
        Suppression.objects.get_or_create(
            address=mail.address.lower(), stream=stream.value, defaults={"reason": reason, "since_at": now}
        )


def _move(mail: Delivery, report: Report) -> None:
    before, after = DeliveryState(mail.state), STATE_AFTER.get(report.kind)
    if after is None or not may_pass(before, after):
        return
    Delivery.objects.filter(pk=mail.pk).update(state=after)
    add_to_tally(mail.dispatch_id, sender=A_PERSON, state=before, n=-1)
    add_to_tally(mail.dispatch_id, sender=A_PERSON, state=after)
    if before is DeliveryState.UNCERTAIN:
        finish_dispatches()


def _pause_when_alarming(dispatch: Dispatch) -> None:
    so_far = progress_of(dispatch)
    if is_alarming(taken=so_far.accepted, bounced=so_far.bounced, complained=so_far.complained):
        reason = _("Too many of these mails came back. Look at the addresses before it goes on.")
        Dispatch.objects.filter(pk=dispatch.pk, state=DispatchState.SENDING.value).update(
            state=DispatchState.PAUSED.value, reason=reason[:200]
        )
