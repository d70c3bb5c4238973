"""One figure at a time: by hand, mended, or counted by this site."""

from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from cms.languages import TranslatedText
from governance.ledger.actions import append
from governance.plan.models import Indicator, Measurement
from governance.plan.queries import computed
from governance.plan.rules import Computation, is_news
from members.accounts.models import User

SMALLEST = Decimal("0.0001")


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


@transaction.atomic
def correct_measurement(measurement: Measurement, *, value: Decimal, by: User, now: datetime) -> Measurement:
    """Mends a mistake; what stood there before stays in the ledger, with who changed it."""
    found = Measurement.objects.select_for_update(of=("self",)).select_related("indicator").get(pk=measurement.pk)
    if found.value == value:
        raise MeasurementRefused(_("This is the figure that stands there already."))
    body = {
        "indicator": found.indicator.key,
        "on": found.measured_on.isoformat(),
        "before": f"{found.value.quantize(SMALLEST):f}",
        "after": f"{value.quantize(SMALLEST):f}",
        "by": by.pk,
    }
    append("measurement_corrected", body=body, now=now)
    found.value, found.entered_by = value, by
    found.save(update_fields=["value", "entered_by"])
    return found


@transaction.atomic
def count_indicator(indicator: Indicator, *, now: datetime) -> Measurement | None:
    """What this site counts itself, once a day; a measurement when it is news, None when it is not.

    The indicator is locked and says when it was looked at, so that a second run finds nothing to do.
    """
    on = now.date()
    found = Indicator.objects.select_for_update().not_looked_at(on).exclude(computation="").filter(pk=indicator.pk)
    indicator_now = found.first()
    if indicator_now is None:
        return None
    indicator_now.looked_on = on
    indicator_now.save(update_fields=["looked_on"])
    value = computed(Computation(indicator_now.computation), on=on)
    return None if value is None else _written_down(indicator_now, value=value, on=on)


def _written_down(indicator: Indicator, *, value: Fraction, on: date) -> Measurement | None:
    rounded = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(SMALLEST, rounding=ROUND_HALF_EVEN)
    latest = indicator.measurements.order_by("-measured_on").first()
    reading = latest.reading if latest else None
    news = is_news(
        Fraction(rounded),
        on=on,
        latest=reading.value if reading else None,
        latest_on=reading.on if reading else None,
    )
    return measure(indicator, value=rounded, on=on, by=None) if news else None
