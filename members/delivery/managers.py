"""What can be asked of the ledger, as verbs that chain."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower

from members.delivery.rules import OPEN, WAITING, DeliveryState, DispatchState

if TYPE_CHECKING:
    from members.delivery.models import Delivery, Dispatch, Suppression

    DispatchBase = models.QuerySet[Dispatch]
    DeliveryBase = models.QuerySet[Delivery]
    SuppressionBase = models.QuerySet[Suppression]
else:
    DispatchBase = DeliveryBase = SuppressionBase = models.QuerySet


class DispatchQuerySet(DispatchBase):
    def sending(self) -> "DispatchQuerySet":
        return self.filter(state=DispatchState.SENDING)

    def without_open_deliveries(self) -> "DispatchQuerySet":
        deliveries = _model("Delivery").objects.filter(dispatch=OuterRef("pk"), state__in=OPEN)
        return self.filter(~Exists(deliveries))


class DeliveryQuerySet(DeliveryBase):
    def due(self, now: datetime) -> "DeliveryQuerySet":
        """Waiting, with nothing in the way: the dispatch is sending and no gate is shut."""
        shut = _model("Gate").objects.filter(Q(name="all") | Q(name=OuterRef("domain")), closed_until__gt=now)
        return self.filter(~Exists(shut), state__in=WAITING, due_at__lte=now, dispatch__state=DispatchState.SENDING)

    def in_hand_of(self, claim: UUID) -> "DeliveryQuerySet":
        return self.filter(claim=claim, state__in=[DeliveryState.CLAIMED, DeliveryState.SUBMITTING])

    def allowed_for(self, stream: str) -> "DeliveryQuerySet":
        """Sent on, and to nobody who stopped the stream: conditions of the mark, read at its moment."""
        sending = _model("Dispatch").objects.filter(pk=OuterRef("dispatch_id"), state=DispatchState.SENDING)
        stopped = _model("Suppression").objects.stopping(stream).filter(lower=Lower(OuterRef("address")))
        return self.filter(Exists(sending), ~Exists(stopped))


class SuppressionQuerySet(SuppressionBase):
    def stopping(self, stream: str) -> "SuppressionQuerySet":
        return self.filter(stream__in=["", stream]).annotate(lower=Lower("address"))


def _model(name: str) -> Any:
    return apps.get_model("delivery", name)
