"""The ledger of every mail that leaves (delivery.md, "Tables")."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.settings.content import INTERFACE_LANGUAGES
from members.delivery.managers import DeliveryQuerySet, DispatchQuerySet, SuppressionQuerySet
from members.delivery.rules import DeliveryState, DispatchState, FeedbackKind, Stream

STREAMS = [
    (Stream.ACCOUNT.value, _("your account")),
    (Stream.STATUTORY.value, _("what the statutes require")),
    (Stream.BULLETIN.value, _("the bulletin")),
    (Stream.GROUP.value, _("working groups")),
    (Stream.SAVED_SEARCH.value, _("saved searches")),
]
DISPATCH_STATES = [
    (DispatchState.FROZEN.value, _("frozen")),
    (DispatchState.SENDING.value, _("sending")),
    (DispatchState.PAUSED.value, _("paused")),
    (DispatchState.DONE.value, _("done")),
    (DispatchState.CANCELLED.value, _("cancelled")),
]
DELIVERY_STATES = [
    (DeliveryState.PENDING.value, _("waiting")),
    (DeliveryState.CLAIMED.value, _("in hand")),
    (DeliveryState.SUBMITTING.value, _("being sent")),
    (DeliveryState.DEFERRED.value, _("tried, will be tried again")),
    (DeliveryState.ACCEPTED.value, _("accepted")),
    (DeliveryState.REFUSED.value, _("refused")),
    (DeliveryState.UNCERTAIN.value, _("in doubt")),
    (DeliveryState.SUPPRESSED.value, _("stopped by the reader")),
    (DeliveryState.CANCELLED.value, _("cancelled")),
    (DeliveryState.SKIPPED.value, _("left out")),
    (DeliveryState.DELIVERED.value, _("delivered")),
    (DeliveryState.BOUNCED.value, _("bounced")),
    (DeliveryState.COMPLAINED.value, _("complained about")),
]


FEEDBACK_KINDS = [
    (FeedbackKind.DELIVERED.value, _("delivered")),
    (FeedbackKind.BOUNCED.value, _("bounced")),
    (FeedbackKind.DELAYED.value, _("delayed")),
    (FeedbackKind.COMPLAINED.value, _("complained about")),
]


class Dispatch(models.Model):
    """One notice or one issue, to everybody who gets it."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    stream = models.CharField(_("stream"), max_length=20, choices=STREAMS)
    about = models.CharField(_("about"), max_length=200)
    state = models.CharField(_("state"), max_length=10, choices=DISPATCH_STATES, default=DispatchState.FROZEN.value)
    reason = models.CharField(_("why it stands still"), max_length=200, blank=True)
    from_address = models.CharField(max_length=320)
    reply_to = models.CharField(max_length=320, blank=True)
    total = models.PositiveIntegerField(_("recipients"), default=0)
    frozen_at = models.DateTimeField(_("frozen at"), null=True)
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections")

    objects = DispatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("dispatch")
        verbose_name_plural = _("dispatches")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(state=DispatchState.FROZEN.value) | Q(frozen_at__isnull=False),
                name="a_sending_dispatch_is_frozen",
            )
        ]

    def __str__(self) -> str:
        return self.about


class Rendering(models.Model):
    """What a dispatch says in one language; written once, and emptied once when it spoke of an account."""

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="renderings")
    language = models.CharField(max_length=5, choices=INTERFACE_LANGUAGES)
    subject = models.CharField(max_length=400)
    text = models.TextField()
    html = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["dispatch", "language"], name="one_rendering_per_dispatch_and_language")
        ]

    def __str__(self) -> str:
        return self.subject


class Delivery(models.Model):
    """One mail to one address. `sender` and `claim` say who has, or last had, it in hand."""

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="deliveries")
    # The ledger outlives the person's account; the address is erased with the person, not the count.
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=320)
    domain = models.CharField(max_length=255)
    language = models.CharField(_("language"), max_length=5, choices=INTERFACE_LANGUAGES)
    state = models.CharField(_("state"), max_length=10, choices=DELIVERY_STATES, default=DeliveryState.PENDING.value)
    due_at = models.DateTimeField(_("due at"))
    sender = models.PositiveIntegerField(null=True)
    claim = models.UUIDField(null=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    submitted_at = models.DateTimeField(_("submitted at"), null=True)
    settled_at = models.DateTimeField(_("settled at"), null=True)
    reply = models.CharField(_("reply"), max_length=500, blank=True)
    provider_id = models.CharField(max_length=200, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint("dispatch", Lower("address"), name="one_delivery_per_address_and_dispatch"),
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(state=DeliveryState.SUBMITTING.value),
                name="one_message_in_submission_per_claim",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[DeliveryState.CLAIMED.value, DeliveryState.SUBMITTING.value])
                | Q(claim__isnull=False, sender__isnull=False),
                name="a_message_in_hand_has_a_claim",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["due_at", "id"],
                condition=Q(state__in=[DeliveryState.PENDING.value, DeliveryState.DEFERRED.value]),
                name="deliveries_due",
            ),
            models.Index(
                fields=["sender"],
                condition=Q(state__in=[DeliveryState.CLAIMED.value, DeliveryState.SUBMITTING.value]),
                name="deliveries_in_hand",
            ),
        ]

    def __str__(self) -> str:
        return self.address


class Sender(models.Model):
    """One process that sends, one message in hand. `claim` is drawn afresh by each process that takes the number."""

    number = models.PositiveIntegerField(primary_key=True)
    claim = models.UUIDField()
    lease_until = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["claim"], name="a_claim_belongs_to_one_sender")
        ]

    def __str__(self) -> str:
        return str(self.number)


class Tally(models.Model):
    """How many of a dispatch a sender brought to a state; summed, never counted again. Number 0 is a person."""

    pk = models.CompositePrimaryKey("dispatch_id", "sender", "state")
    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="tallies")
    sender = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=DELIVERY_STATES)
    n = models.IntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.state}: {self.n}"


class Gate(models.Model):
    """Where mail waits: `all`, or a receiving domain. `strikes` counts the closures running.

    `next_at`: up to when the rate of the relay is taken by mails already claimed.
    """

    name = models.CharField(primary_key=True, max_length=255)
    closed_until = models.DateTimeField(null=True)
    next_at = models.DateTimeField(null=True)
    strikes = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class Feedback(models.Model):
    """What a receiving system or a reader reported of one mail, as often as it is told: once."""

    source = models.CharField(max_length=10)
    event_id = models.CharField(max_length=200)
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="feedback")
    kind = models.CharField(max_length=10, choices=FEEDBACK_KINDS)
    at = models.DateTimeField()
    detail = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "event_id"], name="feedback_counts_once")
        ]

    def __str__(self) -> str:
        return f"{self.delivery}: {self.kind}"


class Suppression(models.Model):
    """An address that gets nothing of a stream any more; an empty stream means every one."""

    address = models.CharField(_("address"), max_length=320)
    stream = models.CharField(_("stream"), max_length=20, choices=STREAMS, blank=True)
    reason = models.CharField(_("reason"), max_length=200)
    since_at = models.DateTimeField(_("since"))

    objects = SuppressionQuerySet.as_manager()

    class Meta:
        verbose_name = _("stopped address")
        verbose_name_plural = _("stopped addresses")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(Lower("address"), "stream", name="one_suppression_per_address_and_stream")
        ]

    def __str__(self) -> str:
        return self.address
