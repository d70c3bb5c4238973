"""What the secretariat does to a dispatch, and says about a mail in doubt."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from members.delivery.actions.forgetting import forget_account_mail
from members.delivery.actions.tallying import add_to_tally
from members.delivery.models import Delivery, Dispatch
from members.delivery.rules import WAITING, DeliveryState, DispatchState

A_PERSON = 0
QUARANTINE = timedelta(minutes=15)


class SteeringRefused(Exception):
    """The dispatch or the mail is not in a state in which this can be done."""


def pause_dispatch(dispatch: Dispatch, *, reason: str) -> None:
    _pass_to(dispatch, DispatchState.PAUSED, {DispatchState.SENDING}, reason=reason)


def resume_dispatch(dispatch: Dispatch) -> None:
    _pass_to(dispatch, DispatchState.SENDING, {DispatchState.PAUSED}, reason="")


def stop_for_drops(dispatch: Dispatch) -> None:
    """The relay broke the connection again and again over this dispatch: it waits until a person has looked."""
    reason = _("The mail server broke the connection ten times. Look at its log before this goes on.")
    Dispatch.objects.filter(pk=dispatch.pk, state=DispatchState.SENDING.value).update(
        state=DispatchState.PAUSED.value, reason=reason[:200]
    )


@transaction.atomic
def cancel_dispatch(dispatch: Dispatch, *, reason: str, now: datetime) -> None:
    """What waits is cancelled; what is in hand finds out at the mark."""
    _pass_to(dispatch, DispatchState.CANCELLED, {DispatchState.SENDING, DispatchState.PAUSED}, reason=reason)
    waiting = dispatch.deliveries.filter(state__in=WAITING)
    n = waiting.update(state=DeliveryState.CANCELLED, settled_at=now, reply=reason[:500])
    if n:
        add_to_tally(dispatch.pk, sender=A_PERSON, state=DeliveryState.CANCELLED, n=n)
    forget_account_mail()


@transaction.atomic
def confirm_accepted(delivery: Delivery, *, told: str, now: datetime) -> None:
    """A person knows that the mail in doubt arrived."""
    _resolve(delivery, DeliveryState.ACCEPTED, reply=told, now=now)
    add_to_tally(delivery.dispatch_id, sender=A_PERSON, state=DeliveryState.ACCEPTED)
    finish_dispatches()


@transaction.atomic
def release_uncertain(delivery: Delivery, *, now: datetime) -> None:
    """A person decides to send it again, under the same Message-ID, when no late answer can come any more."""
    if delivery.submitted_at is None or now - delivery.submitted_at < QUARANTINE:
        raise SteeringRefused(_("Wait a quarter of an hour: the relay may still answer for this mail."))
    _resolve(delivery, DeliveryState.PENDING, reply="", now=now)


def finish_dispatches() -> None:
    """Done is a dispatch none of whose mails waits, is in hand or in doubt; what it says of an account is forgotten."""
    forget_account_mail()
    Dispatch.objects.sending().without_open_deliveries().update(state=DispatchState.DONE)


def _resolve(delivery: Delivery, state: DeliveryState, *, reply: str, now: datetime) -> None:
    doubted = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.UNCERTAIN)
    if not doubted.update(state=state, reply=reply[:500], settled_at=now, due_at=now):
        raise SteeringRefused(_("This mail is not in doubt any more."))
    add_to_tally(delivery.dispatch_id, sender=A_PERSON, state=DeliveryState.UNCERTAIN, n=-1)


def _pass_to(dispatch: Dispatch, after: DispatchState, before: set[DispatchState], *, reason: str) -> None:
    if not Dispatch.objects.filter(pk=dispatch.pk, state__in=before).update(state=after, reason=reason[:200]):
        raise SteeringRefused(_("This dispatch is not in a state in which that can be done. Load the page again."))
    dispatch.refresh_from_db(fields=["state", "reason"])
