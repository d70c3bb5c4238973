"""Figures, for whoever enters them and for the worker that computes them."""

from datetime import date

from governance.plan.models import Indicator, Measurement
from governance.plan.rules import Origin


def figures_of(indicator: Indicator) -> list[Measurement]:
    """The latest day first."""
    return list(indicator.measurements.select_related("entered_by").order_by("-measured_on"))


def due_to_compute(on: date) -> list[Indicator]:
    """Those that run on that day, know what they count, and were not looked at yet."""
    counted = Indicator.objects.filter(origin=Origin.COMPUTED, starts_on__lte=on, by_on__gte=on)
    return list(counted.exclude(computation="").not_looked_at(on).order_by("pk"))
