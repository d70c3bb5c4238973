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
from cms.languages.text import one_under_another
from governance.plan.rules import Computation, Direction, Origin, Reading

DIRECTIONS = [(Direction.UP.value, _("Higher is better")), (Direction.DOWN.value, _("Lower is better"))]
ORIGINS = [
    (Origin.HAND.value, _("By hand")),
    (Origin.IMPORTED.value, _("Imported")),
    (Origin.COMPUTED.value, _("From the life of this site")),
]
COMPUTATIONS = [
    (Computation.PARTICIPATION.value, _("Votes present or represented at the last assembly, in per cent")),
    (Computation.DAYS_TO_DECIDE.value, _("Days from proposal to decision, median of a year")),
    (Computation.CARRIED_OUT_IN_TIME.value, _("Decisions carried out in time, in per cent of a year’s")),
    (Computation.ACTIVE_GROUPS.value, _("Working groups where somebody wrote in the last quarter")),
    (Computation.GROUPS_MET.value, _("Working groups that met in the last quarter")),
    (Computation.BULLETINS_SENT.value, _("Bulletins sent in a year")),
    (Computation.MEMBERS.value, _("Members and observers")),
    (Computation.COUNTRIES.value, _("Countries with a member or an observer")),
    (Computation.RETENTION.value, _("Members of a year ago who still are, in per cent")),
    (Computation.DUES_PAID.value, _("Invoices of a year that are paid, in per cent")),
    (Computation.CASE_STUDIES.value, _("Case studies in the library")),
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
            models.CheckConstraint(
                condition=Q(until_on__gt=F("from_on")),
                name="a_plan_ends_after_it_begins",
                violation_error_message=_("It ends before it begins. Give a later end."),
            )
        ]

    def __str__(self) -> str:
        return str(self.title)

    def words_for_children(self) -> TranslatedText:
        """All that a child reads of it, a line each."""
        return one_under_another([self.children_title, self.children_lede])


class Priority(models.Model):
    """One facet of the kite. In the last two, `{now}` and `{target}` stand for the children's figure."""

    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, verbose_name=_("strategic plan"), related_name="priorities"
    )
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
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=4),
                name="priorities_are_one_to_four",
                violation_error_message=_("A plan has four priorities, numbered 1 to 4."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def words_for_children(self) -> TranslatedText:
        """All that a child reads of it, a line each."""
        return one_under_another([self.children_title, self.children_text, self.children_done, self.children_next])


class Change(models.Model):
    """Something that will be different when the priority is reached."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, verbose_name=_("priority"), related_name="changes")
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

    def words_for_children(self) -> TranslatedText:
        """All that a child reads of it, a line each."""
        return one_under_another([self.children_text])


class Indicators(models.QuerySet["Indicator"]):
    def not_looked_at(self, on: date) -> Self:
        return self.filter(Q(looked_on__isnull=True) | Q(looked_on__lt=on))


class Indicator(models.Model):
    """What is measured, from where to where, by when."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, verbose_name=_("priority"), related_name="indicators"
    )
    change = models.ForeignKey(
        Change,
        on_delete=models.PROTECT,
        verbose_name=_("change"),
        related_name="indicators",
        null=True,
        blank=True,
    )
    name = TranslatedTextField(_("name"))
    unit = models.CharField(_("unit"), max_length=20, blank=True, help_text=_("Such as %; empty for a number."))
    baseline = models.DecimalField(_("start"), max_digits=14, decimal_places=4)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=4)
    direction = models.CharField(_("direction"), max_length=10, choices=DIRECTIONS, default=Direction.UP.value)
    starts_on = models.DateField(_("day of the start"))
    by_on = models.DateField(_("by when"))
    source = TranslatedTextField(_("source"), blank=True, default=TranslatedText)
    origin = models.CharField(_("origin"), max_length=10, choices=ORIGINS, default=Origin.HAND.value)
    computation = models.CharField(
        _("what is counted"),
        max_length=30,
        choices=COMPUTATIONS,
        blank=True,
        help_text=_("For figures from the life of this site: it counts them itself, every day."),
    )
    looked_on = models.DateField(_("last counted"), null=True, blank=True, editable=False)
    for_children = models.BooleanField(_("the figure that children are shown"), default=False)

    objects = Indicators.as_manager()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(direction=Direction.UP.value, target__gt=F("baseline"))
                | Q(direction=Direction.DOWN.value, target__lt=F("baseline")),
                name="the_target_lies_in_the_direction",
                violation_error_message=_("The target lies on the other side of the start than the direction says."),
            ),
            models.CheckConstraint(
                condition=Q(by_on__gt=F("starts_on")),
                name="an_indicator_ends_after_it_starts",
                violation_error_message=_("It ends before it starts. Give a later end."),
            ),
            models.UniqueConstraint(
                fields=["priority"],
                condition=Q(for_children=True),
                name="one_figure_for_children_per_priority",
                violation_error_message=_("Children are shown one figure of each priority, and it has one already."),
            ),
            models.CheckConstraint(
                condition=Q(computation="") | Q(origin=Origin.COMPUTED.value),
                name="only_what_this_site_counts_says_how",
                violation_error_message=_("What is counted is said of figures from the life of this site only."),
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
