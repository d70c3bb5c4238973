"""The strategic plan, from the top down. Each wording for children stands beside the adults'."""

from datetime import date
from fractions import Fraction
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.languages import TranslatedText, TranslatedTextField
from governance.plan.rules import Direction, Origin, Reading

DIRECTIONS = [(Direction.UP.value, _("Higher is better")), (Direction.DOWN.value, _("Lower is better"))]
ORIGINS = [
    (Origin.HAND.value, _("By hand")),
    (Origin.IMPORTED.value, _("Imported")),
    (Origin.COMPUTED.value, _("From the life of this site")),
]


class Plans(models.QuerySet["Plan"]):
    def on(self, day: date) -> Self:
        return self.filter(from_on__lte=day, until_on__gt=day)


class Plan(models.Model):
    """What the members promised for some years. `until_on` is the day after its last."""

    title = TranslatedTextField(_("title"))
    lede = TranslatedTextField(_("what it is"))
    children_title = TranslatedTextField(_("title for children"))
    children_lede = TranslatedTextField(_("what it is, for children"))
    from_on = models.DateField(_("from"), unique=True)
    until_on = models.DateField(_("until"))

    objects = Plans.as_manager()

    class Meta:
        verbose_name = _("strategic plan")
        verbose_name_plural = _("strategic plans")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until_on__gt=F("from_on")), name="a_plan_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return str(self.title)


class Priority(models.Model):
    """One facet of the kite. In the last two, `{now}` and `{target}` stand for the children's figure."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="priorities")
    number = models.PositiveSmallIntegerField(_("number"))
    name = TranslatedTextField(_("name"), help_text=_("One or two words."))
    title = TranslatedTextField(_("title"))
    text = TranslatedTextField(_("what happens when it is reached"))
    children_title = TranslatedTextField(_("title for children"))
    children_text = TranslatedTextField(_("text for children"))
    children_done = TranslatedTextField(_("what we did, for children"))
    children_next = TranslatedTextField(_("what comes next, for children"))

    class Meta:
        verbose_name = _("priority")
        verbose_name_plural = _("priorities")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_priority_per_plan_and_number"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=4), name="priorities_are_one_to_four"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Change(models.Model):
    """Something that will be different when the priority is reached."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveSmallIntegerField(_("number"))
    text = TranslatedTextField(_("change"))
    children_text = TranslatedTextField(_("change, for children"))

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["priority", "number"], name="one_change_per_priority_and_number")
        ]

    def __str__(self) -> str:
        return str(self.text)


class Indicator(models.Model):
    """What is measured, from where to where, by when."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="indicators")
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="indicators", null=True, blank=True)
    name = TranslatedTextField(_("name"))
    unit = models.CharField(_("unit"), max_length=20, blank=True, help_text=_("Such as %; empty for a number."))
    baseline = models.DecimalField(_("start"), max_digits=14, decimal_places=4)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=4)
    direction = models.CharField(_("direction"), max_length=10, choices=DIRECTIONS, default=Direction.UP.value)
    starts_on = models.DateField(_("day of the start"))
    by_on = models.DateField(_("by when"))
    source = TranslatedTextField(_("source"), blank=True, default=TranslatedText)
    origin = models.CharField(_("origin"), max_length=10, choices=ORIGINS, default=Origin.HAND.value)
    for_children = models.BooleanField(_("the figure that children are shown"), default=False)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(direction=Direction.UP.value, target__gt=F("baseline"))
                | Q(direction=Direction.DOWN.value, target__lt=F("baseline")),
                name="the_target_lies_in_the_direction",
            ),
            models.CheckConstraint(condition=Q(by_on__gt=F("starts_on")), name="an_indicator_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["priority"], condition=Q(for_children=True), name="one_figure_for_children_per_priority"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Measurement(models.Model):
    """One figure, its day and where it comes from."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="measurements")
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=4)
    measured_on = models.DateField(_("measured"))
    source = TranslatedTextField(_("source"), blank=True, default=TranslatedText)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="measurements", null=True, blank=True
    )

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["indicator", "measured_on"], name="one_measurement_per_indicator_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value.normalize():f}"

    @property
    def reading(self) -> Reading:
        return Reading(value=Fraction(self.value), on=self.measured_on)
