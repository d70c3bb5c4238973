from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cms.languages import sort_key
from cms.languages.countries import country_name
from cms.languages.text import site_language
from members.accounts.models import User
from members.organisations import queries
from members.organisations.permissions import keeps_contacts_of, members_only


@members_only
def directory(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    words, country = request.GET.get("q", "").strip()[:100], request.GET.get("country", "")[:2].upper()
    today = timezone.now().date()
    codes = queries.countries_listed(request.user, on=today)
    here = site_language()
    countries = sorted(((country_name(code, here), code) for code in codes), key=lambda pair: sort_key(pair[0], here))
    entries = queries.directory(request.user, on=today, words=words, country=country)
    context = {"entries": entries, "countries": countries, "words": words, "country": country}
    return render(request, "organisations/directory.html", context)


@members_only
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    assert isinstance(request.user, User)
    today = timezone.now().date()
    organisation = queries.directory_entry(slug, user=request.user, on=today)
    if organisation is None:
        raise Http404
    context = {
        "organisation": organisation,
        "standing": queries.standing_of(organisation, on=today),
        "keeps_people": keeps_contacts_of(organisation, request.user, on=today),
    }
    return render(request, "organisations/entry.html", context)
