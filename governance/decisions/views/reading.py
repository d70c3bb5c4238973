import csv
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.languages.formats import spreadsheet_cell
from governance.decisions import queries
from governance.decisions.forms import SHOWN, AnswerForm, InterestForm, RegisterForm
from governance.decisions.models.labels import CHOICES
from governance.decisions.queries import Dossier, Line
from governance.decisions.rules import Procedure, Show
from governance.decisions.rules.refusing import CHOICES as OFFERED
from members.accounts.models import User
from members.organisations.permissions import members_only


@members_only
def register(request: HttpRequest) -> HttpResponse:
    user, today = reader(request), timezone.now().date()
    years = queries.years(user, on=today)
    asked = _asked(request, years=years)
    whole = queries.register(user, on=today, year=asked["year"])
    context = {
        **asked,
        "years": years,
        "remarks": _remarks_on(RegisterForm(request.GET), years=years),
        "shown": SHOWN,
        "figures": queries.figures(whole, on=today),
        "lines": queries.register(user, on=today, **asked),
        "drafts": queries.drafts(user, on=today),
        "bodies": queries.bodies_of(user, on=today),
    }
    return render(request, "decisions/register.html", context)


@members_only
def register_csv(request: HttpRequest) -> HttpResponse:
    """The register as it is filtered, for a spreadsheet: UTF-8 with a mark, so that it opens with its accents."""
    user, today = reader(request), timezone.now().date()
    asked = _asked(request, years=queries.years(user, on=today))
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="decisions-{asked["year"]}.csv"'
    writer = csv.writer(response)
    writer.writerow(["number", "title", "procedure", "owner", "due_on", "done_on", "state", "settled_on"])
    writer.writerows(_row(line) for line in queries.register(user, on=today, **asked))
    return response


@members_only
def detail(request: HttpRequest, key: str) -> HttpResponse:
    return show(request, seen(request, key))


def show(
    request: HttpRequest,
    dossier: Dossier,
    *,
    answering: AnswerForm | None = None,
    recusing: InterestForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a decision, with what was typed when something was refused."""
    procedure = Procedure(dossier.line.decision.procedure)
    context = {
        "dossier": dossier,
        "line": dossier.line,
        "decision": dossier.line.decision,
        "choices": [(value, label) for value, label in CHOICES if value in OFFERED[procedure]],
        "answering": answering or AnswerForm(),
        "recusing": recusing or InterestForm(),
        "refused": answering if answering and answering.errors else recusing,
    }
    return render(request, "decisions/detail.html", context, status=status)


def seen(request: HttpRequest, key: str) -> Dossier:
    """The decision, when this person may see it; 404 when not."""
    dossier = queries.dossier(key, user=reader(request), on=timezone.now().date())
    if dossier is None:
        raise Http404
    return dossier


def reader(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def _asked(request: HttpRequest, *, years: list[int]) -> dict[str, Any]:
    form = RegisterForm(request.GET)
    form.is_valid()
    latest = years[0] if years else timezone.now().year
    return {
        "year": form.cleaned_data.get("year") or latest,
        "show": Show(form.cleaned_data.get("show") or Show.ALL),
        "words": form.cleaned_data.get("words", ""),
    }


def _remarks_on(form: RegisterForm, *, years: list[int]) -> list[str]:
    """A sentence for each choice in the address that the register does not have and shows without."""
    form.is_valid()
    strange = [(_("State"), form.data.get("show", ""))] if form.has_error("show") else []
    year = form.cleaned_data.get("year")
    if form.has_error("year") or (year and year not in years):
        strange.append((_("Year"), form.data.get("year", "")))
    sentence = _("“%(value)s” is nothing that can be chosen under “%(name)s”.")
    return [sentence % {"value": value[:40], "name": name} for name, value in strange]


def _row(line: Line) -> list[Any]:
    decision, follow_up = line.decision, line.follow_up
    return [
        decision.register_number,
        spreadsheet_cell(str(decision.title)),
        decision.procedure,
        spreadsheet_cell(follow_up.owner.name) if follow_up else "",
        (follow_up.due_on if follow_up else None) or "",
        (follow_up.done_on if follow_up else None) or "",
        line.mark.value,
        decision.settled_at.date() if decision.settled_at else "",
    ]
