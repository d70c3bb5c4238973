"""How far the plan is: exact shares, and when a measure is late."""

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
    "Course",
    "Direction",
    "Origin",
    "Reading",
    "Summary",
    "course",
    "summary",
    "time_gone",
    "way_done",
]
