"""What can happen to the plan's figures."""

from governance.plan.actions.importing import ImportRefused, import_figures
from governance.plan.actions.measuring import MeasurementRefused, correct_measurement, count_indicator, measure

__all__ = [
    "ImportRefused",
    "MeasurementRefused",
    "correct_measurement",
    "count_indicator",
    "import_figures",
    "measure",
]
