import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cms.languages.formats import spreadsheet_cell
from governance.plan.queries import Overview, plan_in_force


def plan(request: HttpRequest) -> HttpResponse:
    return render(request, "plan/plan.html", {"overview": _overview()})


def children(request: HttpRequest) -> HttpResponse:
    """The same facts in words for children."""
    return render(request, "plan/children.html", {"overview": _overview()})


def figures_csv(request: HttpRequest) -> HttpResponse:
    """Every figure with its day: UTF-8 with a mark, so that a spreadsheet opens it with its accents."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="plan.csv"'
    writer = csv.writer(response)
    writer.writerow(["priority", "measure", "unit", "start", "target", "by_on", "value", "measured_on"])
    for progress in _overview().priorities:
        for measure in progress.measures:
            one = measure.indicator
            about = [
                progress.priority.number,
                spreadsheet_cell(str(one.name)),
                spreadsheet_cell(one.unit),
                _plain(one.baseline),
                _plain(one.target),
            ]
            figures = one.measurements.all()
            writer.writerows([*about, one.by_on, _plain(each.value), each.measured_on] for each in figures)
    return response


def _plain(value: object) -> str:
    return f"{value:f}".rstrip("0").rstrip(".")


def _overview() -> Overview:
    found = plan_in_force(on=timezone.now().date())
    if found is None:
        raise Http404
    return found
