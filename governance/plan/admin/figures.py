"""Figures: entered by hand, mended, or brought in a table."""

import csv

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cms.languages.formats import spreadsheet_cell
from governance.plan import queries
from governance.plan.actions import ImportRefused, MeasurementRefused, correct_measurement, import_figures, measure
from governance.plan.forms import FigureForm, ImportForm, ValueForm
from governance.plan.models import Indicator, Measurement
from governance.plan.permissions import may_enter_figures
from governance.plan.rules import COLUMNS
from members.accounts.models import User


def clerk(request: HttpRequest) -> User:
    """Whoever asks, when they may enter figures."""
    if not isinstance(request.user, User) or not may_enter_figures(request.user):
        raise PermissionDenied
    return request.user


def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """All figures of an indicator, and a form for the next one."""
    by, today = clerk(request), timezone.now().date()
    indicator = get_object_or_404(Indicator.objects.select_related("priority"), pk=pk)
    form = FigureForm(request.POST or None, initial={"on": today}, today=today)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            measure(indicator, value=said["value"], on=said["on"], by=by, source=said["source"])
        except MeasurementRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The figure is written down."))
            return redirect("indicator:figures", pk)
    context = {"indicator": indicator, "form": form, "figures": queries.figures_of(indicator)}
    return render(request, "plan/admin/figures.html", context)


def correct(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Another value for the same day; the old one stays in the ledger."""
    by = clerk(request)
    found = get_object_or_404(Measurement.objects.select_related("indicator"), indicator=pk, pk=number)
    form = ValueForm(request.POST or None, initial={"value": found.value.normalize()})
    if request.method == "POST" and form.is_valid():
        try:
            correct_measurement(found, value=form.cleaned_data["value"], by=by, now=timezone.now())
        except MeasurementRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The figure is mended. What stood there before is in the ledger."))
            return redirect("indicator:figures", pk)
    return render(request, "plan/admin/correct.html", {"form": form, "figure": found})


def import_table(request: HttpRequest) -> HttpResponse:
    """All lines of a table, or none and a sentence for each that is wrong."""
    by = clerk(request)
    form, sentences = ImportForm(request.POST or None, request.FILES or None), list[str]()
    if request.method == "POST" and form.is_valid():
        try:
            done = import_figures(form.cleaned_data["table"], by=by, today=timezone.now().date())
        except ImportRefused as refusal:
            sentences = refusal.sentences
        else:
            told = ngettext("%(n)s figure is imported.", "%(n)s figures are imported.", len(done))
            messages.success(request, told % {"n": len(done)})
            return redirect("indicator:index")
    return render(request, "plan/admin/import.html", {"form": form, "sentences": sentences})


@require_safe
def empty_table(request: HttpRequest) -> HttpResponse:
    """A line for each indicator with its key, to be filled in; its name is there to recognise it."""
    clerk(request)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="figures.csv"'
    writer = csv.writer(response)
    writer.writerow([*COLUMNS, "source", "name"])
    today = timezone.now().date()
    for one in Indicator.objects.order_by("priority__number", "pk"):
        writer.writerow([one.key, today.isoformat(), "", "", spreadsheet_cell(str(one.name))])
    return response
