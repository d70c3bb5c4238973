"""Questions about the strategic plan."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext as _

from cms.front.memos import memo
from cms.languages import Said, TranslatedText
from cms.languages.text import site_language
from governance.plan.models import Change, Indicator, Measurement, Plan, Priority
from governance.plan.rules import Course, Summary, course, summary, way_done
from governance.plan.rules.drawing import Dot, Spark, dots, facet, spark


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One indicator with its latest figure."""

    indicator: Indicator
    latest: Measurement | None
    way: Fraction
    course: Course
    curve: Spark

    @property
    def now(self) -> Fraction:
        return Fraction(self.latest.value if self.latest else self.indicator.baseline)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """One priority, how far it is, and the facet to draw."""

    priority: Priority
    summary: Summary
    points: str
    changes: list[Change]
    measures: list[Measure]

    @property
    def for_children(self) -> Measure | None:
        return next((one for one in self.measures if one.indicator.for_children), None)

    @property
    def children_dots(self) -> list[Dot]:
        figure = self.for_children
        return dots(figure.now, Fraction(figure.indicator.target)) if figure else []

    @property
    def children_done(self) -> Said:
        return self._with_figures(self.priority.children_done)

    @property
    def children_next(self) -> Said:
        return self._with_figures(self.priority.children_next)

    def _with_figures(self, sentence: TranslatedText) -> Said:
        """The sentence with its figures filled in: whole ones, rounded down, as children are told them."""
        said, figure = sentence.said(site_language()), self.for_children
        if figure is None:
            return said
        text = said.text.replace("{now}", str(int(figure.now))).replace("{target}", str(int(figure.indicator.target)))
        return Said(text=text, language=said.language)


@dataclass(frozen=True, kw_only=True)
class Overview:
    plan: Plan
    priorities: list[Progress]
    measured_on: date | None

    @property
    def measures(self) -> int:
        return sum(one.summary.measures for one in self.priorities)

    @property
    def facets(self) -> list[dict[str, int | str]]:
        return [{"number": one.priority.number, "points": one.points} for one in self.priorities]

    @property
    def whole_facets(self) -> list[dict[str, int | str]]:
        numbers = [one.priority.number for one in self.priorities]
        return [{"number": number, "points": facet(number, Fraction(1))} for number in numbers]

    @property
    def said_as_figures(self) -> str:
        """The kite in words, for who does not see it."""
        said = ", ".join(f"{one.priority.name} {int(one.summary.way * 100)} %" for one in self.priorities)
        return _("A kite of four facets, each filled as far as its priority has come: %(said)s.") % {"said": said}


def plan_in_force(*, on: date) -> Overview | None:
    """The plan of that day with the figures measured by then, in five queries however many there are.

    None of it depends on who reads, or in which language: between two changes of the plan it is asked once.
    """
    return _plan_on(on)


@memo
def _plan_on(on: date) -> Overview | None:
    return _overview(Measurement.objects.filter(measured_on__lte=on), Change.objects.order_by("number"), on=on)


def plan_at_a_glance(*, on: date) -> Overview | None:
    """The same with its last figures alone: no changes, and no course of a curve."""
    later = Measurement.objects.filter(
        indicator=OuterRef("indicator"), measured_on__lte=on, measured_on__gt=OuterRef("measured_on")
    )
    return _overview(Measurement.objects.filter(~Exists(later), measured_on__lte=on), Change.objects.none(), on=on)


def _overview(figures: QuerySet[Measurement], changes: QuerySet[Change], *, on: date) -> Overview | None:
    measured = figures.order_by("measured_on")
    indicators = Indicator.objects.order_by("pk").prefetch_related(Prefetch("measurements", queryset=measured))
    priorities = Priority.objects.order_by("number").prefetch_related(
        Prefetch("indicators", queryset=indicators), Prefetch("changes", queryset=changes)
    )
    plan = Plan.objects.on(on).prefetch_related(Prefetch("priorities", queryset=priorities)).first()
    if plan is None:
        return None
    progress = [_progress(priority) for priority in plan.priorities.all()]
    days = [one.latest.measured_on for each in progress for one in each.measures if one.latest]
    return Overview(plan=plan, priorities=progress, measured_on=max(days, default=None))


def _progress(priority: Priority) -> Progress:
    measures = [_measure(indicator) for indicator in priority.indicators.all()]
    found = summary([(one.way, one.course) for one in measures])
    return Progress(
        priority=priority,
        summary=found,
        points=facet(priority.number, found.way),
        changes=list(priority.changes.all()),
        measures=measures,
    )


def _measure(indicator: Indicator) -> Measure:
    measurements = list(indicator.measurements.all())
    latest = measurements[-1] if measurements else None
    baseline, target = Fraction(indicator.baseline), Fraction(indicator.target)
    reading = latest.reading if latest else None
    return Measure(
        indicator=indicator,
        latest=latest,
        way=way_done(reading, baseline=baseline, target=target),
        course=course(reading, baseline=baseline, target=target, starts_on=indicator.starts_on, by_on=indicator.by_on),
        curve=spark([baseline, *(one.reading.value for one in measurements)], target=target),
    )
