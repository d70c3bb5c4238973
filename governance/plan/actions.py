"""What can happen to the plan's figures."""

from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from cms.languages import TranslatedText
from governance.plan.models import Indicator, Measurement
from members.accounts.models import User


class MeasurementRefused(Exception):
    """Worded for the person who enters the figure."""


def measure(
    indicator: Indicator, *, value: Decimal, on: date, by: User | None, source: TranslatedText | None = None
) -> Measurement:
    """Records a figure; `by` None when it was imported or computed. A day has one figure."""
    if on < indicator.starts_on:
        raise MeasurementRefused(_("This day is before the measure starts. Give a later day."))
    try:
        with transaction.atomic():
            return Measurement.objects.create(
                indicator=indicator, value=value, measured_on=on, entered_by=by, source=source or indicator.source
            )
    except IntegrityError as error:
        raise MeasurementRefused(_("There is a figure for this day already.")) from error
