"""Questions about the strategic plan."""

from governance.plan.queries.computed import computed
from governance.plan.queries.figures import due_to_compute, figures_of
from governance.plan.queries.overview import Measure, Overview, Progress, plan_at_a_glance, plan_in_force

__all__ = [
    "Measure",
    "Overview",
    "Progress",
    "computed",
    "due_to_compute",
    "figures_of",
    "plan_at_a_glance",
    "plan_in_force",
]
