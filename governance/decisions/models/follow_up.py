from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.decisions.models.decision import Decision
from governance.decisions.models.labels import FOLLOW_UPS
from governance.decisions.rules import FollowUpState, Fulfilment, fulfilment


class FollowUp(models.Model):
    """Who carries a decision out, until when, and whether it is done."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="follow_ups")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="follow_ups")
    due_on = models.DateField(_("due"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=FOLLOW_UPS, default=FollowUpState.IN_HAND.value)
    done_on = models.DateField(_("done"), null=True, blank=True)

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(state=FollowUpState.DONE.value, done_on__isnull=False)
                | (~Q(state=FollowUpState.DONE.value) & Q(done_on__isnull=True)),
                name="what_is_done_says_when",
            )
        ]

    def __str__(self) -> str:
        return f"{self.decision}: {self.owner}"

    def fulfilment(self, on: date) -> Fulfilment:
        return fulfilment(FollowUpState(self.state), due_on=self.due_on, done_on=self.done_on, on=on)
