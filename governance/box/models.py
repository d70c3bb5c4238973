"""The box: no person, no time, no serial number, and no foreign key out of it. Its database is its own."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from governance.box.rules import Form, Question, SlotState


class Slot(models.Model):
    """One possible secret ballot and its state; closing it here decides."""

    key = models.CharField(max_length=10, primary_key=True)
    state = models.CharField(max_length=10, choices=[(s, s) for s in SlotState], default=SlotState.SPARE)
    form = models.CharField(max_length=10, choices=[(f, f) for f in Form], default=Form.ONE)
    options = models.PositiveSmallIntegerField(default=0)
    most = models.PositiveSmallIntegerField(default=1)
    least_papers = models.PositiveSmallIntegerField(default=5)
    drawn = models.PositiveIntegerField(default=0)
    fell_short = models.BooleanField(null=True)
    """Whether its close found too few papers; null before, and when it was withdrawn on purpose."""

    objects: ClassVar[models.Manager[Slot]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.key} {self.state}"

    @property
    def question(self) -> Question:
        return Question(form=Form(self.form), options=self.options, most=self.most)


class Credential(models.Model):
    """The SHA-256 of a right to cast one paper. Given out and used; never by whom."""

    hash = models.CharField(max_length=64, primary_key=True)
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="credentials")
    is_used = models.BooleanField(default=False)

    objects: ClassVar[models.Manager[Credential]] = models.Manager()

    def __str__(self) -> str:
        return self.hash


class Paper(models.Model):
    """A paper in an open slot. *Papers enter an open slot* (trigger, migration 0002)."""

    hash = models.CharField(max_length=64, primary_key=True)
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="papers")
    content = models.CharField(max_length=400)

    objects: ClassVar[models.Manager[Paper]] = models.Manager()

    def __str__(self) -> str:
        return self.hash


class BoardPaper(models.Model):
    """A paper as it was copied to the board at the close, in the order of the hashes."""

    hash = models.CharField(max_length=64, primary_key=True)
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="board")
    content = models.CharField(max_length=400)

    objects: ClassVar[models.Manager[BoardPaper]] = models.Manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(hash=""), name="a_paper_on_the_board_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.hash
