"""How far the plan is: exact shares, and when a measure is late."""

from governance.plan.rules.computing import Computation, is_news, percent
from governance.plan.rules.importing import COLUMNS, Fault, Figure, Wrong, figures_in
from governance.plan.rules.progress import (
    Course,
    Direction,
    Origin,
    Reading,
    Summary,
    course,
    summary,
    time_gone,
    way_done,
)

__all__ = [
    "COLUMNS",
    "Computation",
    "Course",
    "Direction",
    "Fault",
    "Figure",
    "Origin",
    "Reading",
    "Summary",
    "Wrong",
    "course",
    "figures_in",
    "is_news",
    "percent",
    "summary",
    "time_gone",
    "way_done",
]
