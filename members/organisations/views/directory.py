from collections import Counter
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.languages import TranslatedText, sort_key
from cms.languages.countries import country_name
from cms.languages.regions import REGIONS, region_of
from cms.languages.text import site_language
from members.accounts.models import User
from members.organisations import queries
from members.organisations.permissions import keeps_contacts_of, members_only
from members.organisations.queries import Entry
from members.organisations.rules import Wanted

PAGE = 25


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A box of a filter, as components/choice.html takes it."""

    value: str
    label: TranslatedText | str
    count: int
    is_chosen: bool


@members_only
def directory(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    language, wanted = site_language(), wanted_in(request.GET)
    entries = queries.directory(request.user, on=timezone.now().date())
    found = [entry for entry in entries if entry.fits(wanted, language=language)]
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    found_in = countries_of(entries, language=language)
    context = {
        "page_obj": page,
        "remarks": remarks_on(wanted, countries={code for _name, code in found_in}, entries=entries),
        "countries_found": len({entry.organisation.country for entry in found}),
        "countries": found_in,
        "facets": facets(entries, wanted=wanted, language=language),
        "wanted": wanted,
    }
    return render(request, "organisations/directory.html", context)


def wanted_in(asked: QueryDict) -> Wanted:
    """What the address asks for; what it asks for too much is left out."""
    return Wanted(
        words=asked.get("q", "").strip()[:100],
        country=asked.get("country", "")[:2].upper(),
        regions=frozenset(asked.getlist("region")[:20]),
        categories=frozenset(asked.getlist("membership")[:20]),
    )


def remarks_on(wanted: Wanted, *, countries: Container[str], entries: Iterable[Entry]) -> list[str]:
    """A sentence for each choice in the address that no filter offers: it explains an empty list."""
    kinds = {entry.category.code for entry in entries}
    strange = [
        *((_("Region"), value) for value in sorted(wanted.regions) if value not in REGIONS),
        *((_("Membership"), value) for value in sorted(wanted.categories) if value not in kinds),
        *((_("Country"), value) for value in (wanted.country,) if value and value not in countries),
    ]
    sentence = _("“%(value)s” is nothing that can be chosen under “%(name)s”.")
    return [sentence % {"value": value[:40], "name": name} for name, value in strange]


def countries_of(entries: Iterable[Entry], *, language: str) -> list[tuple[str, str]]:
    """Name and code, in the order of the reader's language. A country with only those at risk is none."""
    named = {entry.organisation.country: country_name(entry.organisation.country, language) for entry in entries}
    return sorted(((name, code) for code, name in named.items()), key=lambda pair: sort_key(pair[0], language))


def facets(entries: list[Entry], *, wanted: Wanted, language: str) -> list[dict[str, Any]]:
    """Region and membership; each counts what the other and the words leave."""

    def counted(of: Callable[[Entry], str], among: Wanted) -> Counter[str]:
        return Counter(of(entry) for entry in entries if entry.fits(among, language=language))

    regions = counted(lambda entry: region_of(entry.organisation.country), replace(wanted, regions=frozenset()))
    kinds = counted(lambda entry: entry.category.code, replace(wanted, categories=frozenset()))
    labels = {entry.category.code: entry.category.label for entry in entries}
    return [
        {
            "name": _("Region"),
            "code": "region",
            "is_open": True,
            "choices": choices({code: str(name) for code, name in REGIONS.items()}, regions, chosen=wanted.regions),
        },
        {
            "name": _("Membership"),
            "code": "membership",
            "is_open": bool(wanted.categories),
            "choices": choices(labels, kinds, chosen=wanted.categories),
        },
    ]


def choices(labels: dict[str, Any], counts: Counter[str], *, chosen: frozenset[str]) -> list[Choice]:
    """Those that lead somewhere, and those that were chosen."""
    return [
        Choice(value=code, label=label, count=counts[code], is_chosen=code in chosen)
        for code, label in labels.items()
        if counts[code] or code in chosen
    ]


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
