from typing import ClassVar

from django.db import models


class Generation(models.Model):
    """How often something was written. Pages are as old as the sum over all slots when they were made.

    Slots 0–63 count every write; 64–127 those after which no page can prove itself (`cms.front.tables`).
    Many slots and not one row, so that writers do not queue for each other.
    """

    slot = models.PositiveSmallIntegerField(primary_key=True)
    n = models.PositiveBigIntegerField(default=0)

    class Meta:
        app_label = "cms"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(slot__lt=128), name="a_generation_has_128_slots"),
        ]

    def __str__(self) -> str:
        return f"{self.slot}: {self.n}"
