"""What members of the body say about a decision. Nothing here is changed; the next version stands beside it."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.decisions.models.decision import Decision
from governance.decisions.models.labels import CHOICES


class Answers(models.QuerySet["Answer"]):
    def current(self) -> Self:
        return self.filter(is_current=True)


class Answer(models.Model):
    """One version of what a member answered."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="answers")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="answers")
    choice = models.CharField(_("answer"), max_length=10, choices=CHOICES)
    reason = models.TextField(_("reason"), max_length=2000, blank=True)
    version = models.PositiveSmallIntegerField(_("version"))
    is_current = models.BooleanField(_("stands"), default=True)
    answered_at = models.DateTimeField(_("answered"))

    objects = Answers.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["decision", "member"],
                condition=Q(is_current=True),
                name="one_current_answer_per_decision_and_member",
            ),
            models.UniqueConstraint(
                fields=["decision", "member", "version"], name="versions_of_an_answer_are_numbered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_choice_display()}"


class Interest(models.Model):
    """What ties a member to the matter, in their own words."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="interests")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="interests")
    words = models.TextField(_("interest"), max_length=1000)
    declared_at = models.DateTimeField(_("declared"))

    class Meta:
        verbose_name = _("interest")
        verbose_name_plural = _("interests")

    def __str__(self) -> str:
        return f"{self.member}: {self.words}"


class Recusal(models.Model):
    """A member who does not take part because of an interest; out of the base (Swiss Civil Code art. 68)."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="recusals")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="recusals")
    interest = models.ForeignKey(Interest, on_delete=models.PROTECT, related_name="recusals")
    recused_at = models.DateTimeField(_("recused"))

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["decision", "member"], name="one_recusal_per_decision_and_member")
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.decision}"


class Reading(models.Model):
    """Who said that they have read a question put by silence."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="readings")
    read_at = models.DateTimeField(_("read"))

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["decision", "reader"], name="one_reading_per_decision_and_person")
        ]

    def __str__(self) -> str:
        return f"{self.reader}: {self.decision}"


class Presence(models.Model):
    """Who was in the meeting that decided, and could vote there."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="presences")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decision_presences")

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["decision", "member"], name="one_presence_per_decision_and_member")
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.decision}"
