"""Saved searches of a member: kept, changed, resting, given up. A stranger's key is not found."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from members.accounts.models import User
from members.organisations.permissions import members_only
from search.actions import saving
from search.forms import SaveForm
from search.models import SavedSearch
from search.queries.choices import filters_chosen
from search.queries.saved import is_stopped, searches_of
from search.queries.vocabularies import vocabularies
from search.rules.addresses import address_of
from search.views.public import asked_query

LONGEST_NAME = 120


def reader(request: HttpRequest) -> User:
    """Whom `members_only` let in."""
    assert isinstance(request.user, User)
    return request.user


def kept(request: HttpRequest, key: str) -> SavedSearch:
    return get_object_or_404(SavedSearch.objects.visible_to(reader(request)), key=key)


@members_only
def saved(request: HttpRequest) -> HttpResponse:
    """All of a person's searches; whether their mails were stopped."""
    person = reader(request)
    context = {"searches": searches_of(person), "is_stopped": is_stopped(person)}
    return render(request, "search/saved.html", context)


@members_only
def save(request: HttpRequest) -> HttpResponse:
    """GET with a search's address asks for a name; POST keeps it."""
    query = asked_query(request)
    chosen = filters_chosen(query, vocabularies())
    suggested = " · ".join(filter(None, (query.text, *(str(item.label) for item in chosen)))) or _("All case studies")
    form = SaveForm(request.POST or None, initial={"name": suggested[:LONGEST_NAME]})
    if request.method == "POST" and form.is_valid():
        try:
            saving.save_search(reader(request), query, **form.said, now=timezone.now())
        except saving.SavingRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The search is saved."))
            return redirect("search:saved")
    back = reverse("search:studies") + address_of(query)
    return render(request, "search/save.html", {"form": form, "query": query, "chosen": chosen, "back": back})


@members_only
def change(request: HttpRequest, key: str) -> HttpResponse:
    search = kept(request, key)
    form = SaveForm(request.POST or None, initial={"name": search.name, "frequency": search.frequency})
    if request.method == "POST" and form.is_valid():
        saving.change_search(search, **form.said, now=timezone.now())
        messages.success(request, _("Your choice is kept."))
        return redirect("search:saved")
    return render(request, "search/change.html", {"form": form, "search": search})


@require_POST
@members_only
def pause(request: HttpRequest, key: str) -> HttpResponse:
    saving.pause_search(kept(request, key), now=timezone.now())
    messages.success(request, _("You get no mail from this search until you take it up again."))
    return redirect("search:saved")


@require_POST
@members_only
def resume(request: HttpRequest, key: str) -> HttpResponse:
    saving.resume_search(kept(request, key), now=timezone.now())
    messages.success(request, _("From now on you are told what is new."))
    return redirect("search:saved")


@require_POST
@members_only
def delete(request: HttpRequest, key: str) -> HttpResponse:
    search = kept(request, key)
    saving.delete_search(search)
    messages.success(request, _("The search “%(name)s” is deleted.") % {"name": search.name})
    return redirect("search:saved")


@require_POST
@members_only
def hear_again(request: HttpRequest) -> HttpResponse:
    saving.hear_again(reader(request))
    messages.success(request, _("From now on you are told what is new."))
    return redirect("search:saved")
