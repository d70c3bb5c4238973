"""Many figures at once, out of a table: all of them, or none and a sentence for each line that is wrong."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.languages import translated
from cms.languages.text import site_language
from governance.plan.actions.measuring import measure
from governance.plan.models import Indicator, Measurement
from governance.plan.rules import Fault, Figure, Wrong, figures_in
from members.accounts.models import User

WORDS: dict[Wrong, str | Promise] = {
    Wrong.UNREADABLE: gettext_lazy("This is no table: a quotation mark that opens does not close."),
    Wrong.NO_COLUMNS: gettext_lazy("The first line must name the columns indicator, measured_on and value."),
    Wrong.TOO_LONG: gettext_lazy("There are more than %(said)s lines. Import them in parts."),
    Wrong.DAY: gettext_lazy("“%(said)s” is no day. Write it like 2026-03-31."),
    Wrong.NUMBER: gettext_lazy("“%(said)s” is no figure. Write digits, with at most four after the point."),
    Wrong.SOURCE: gettext_lazy("The source is longer than %(said)s characters."),
    Wrong.UNKNOWN: gettext_lazy("There is no indicator with the key “%(said)s”."),
    Wrong.TWICE: gettext_lazy("This indicator has a line for %(said)s above."),
    Wrong.TAKEN: gettext_lazy("This indicator has a figure for %(said)s already."),
    Wrong.TOO_EARLY: gettext_lazy("%(said)s is before this indicator starts."),
    Wrong.TO_COME: gettext_lazy("%(said)s is still to come."),
}


class ImportRefused(Exception):
    """`sentences`: one for each line that is wrong, in the order of the lines. Nothing was imported."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.sentences = [_sentence(fault) for fault in faults]
        super().__init__(" ".join(self.sentences))


@transaction.atomic
def import_figures(text: str, *, by: User, today: date) -> list[Measurement]:
    """Records every figure of the table, in the name of the person who brought it."""
    figures, faults = figures_in(text)
    keys = {one.indicator for one in figures}
    # Locked, so that nobody enters a figure for one of these days in between.
    found = {one.key: one for one in Indicator.objects.select_for_update().filter(key__in=keys).order_by("pk")}
    taken = set(Measurement.objects.filter(indicator__key__in=keys).values_list("indicator__key", "measured_on"))
    faults = sorted([*faults, *_faults(figures, found=found, taken=taken, today=today)], key=lambda one: one.line)
    if faults:
        raise ImportRefused(faults)
    return [_record(one, indicator=found[one.indicator], by=by) for one in figures]


def _faults(
    figures: Iterable[Figure], *, found: dict[str, Indicator], taken: set[tuple[str, date]], today: date
) -> Iterator[Fault]:
    for one in figures:
        indicator, day = found.get(one.indicator), one.on.isoformat()
        if indicator is None:
            yield Fault(line=one.line, wrong=Wrong.UNKNOWN, said=one.indicator)
        elif one.on < indicator.starts_on:
            yield Fault(line=one.line, wrong=Wrong.TOO_EARLY, said=day)
        elif one.on > today:
            yield Fault(line=one.line, wrong=Wrong.TO_COME, said=day)
        elif (one.indicator, one.on) in taken:
            yield Fault(line=one.line, wrong=Wrong.TAKEN, said=day)


def _record(figure: Figure, *, indicator: Indicator, by: User) -> Measurement:
    language = site_language()
    source = translated(**{language: figure.source}, prevails=language) if figure.source else None
    return measure(indicator, value=figure.value, on=figure.on, by=by, source=source)


def _sentence(fault: Fault) -> str:
    why = str(WORDS[fault.wrong]) % {"said": fault.said}
    return _("Line %(line)s: %(why)s") % {"line": fault.line, "why": why}
