"""The two front doors: where the root leads, and the members' dashboard."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_POST

from cms.front.tree import homes_of, site_of
from cms.languages import LANGUAGES, language_of_the_reader
from home import queries
from home.queries.choosing import ACTING_FOR
from members.accounts.models import User
from members.organisations.permissions import members_only
from members.organisations.queries import acting_of


def root(request: HttpRequest) -> HttpResponse:
    """To the home page in the language that the cookie, or else the browser, asks for, where there is one."""
    site = site_of(request)
    homes = [home.language for home in (homes_of(site.root_page_id) if site else ()) if home.live]
    response = redirect(f"/{language_of_the_reader(request, among=homes or LANGUAGES)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@members_only
def today(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    now = timezone.now()
    found = queries.today(request.user, now=now, acting_for=request.session.get(ACTING_FOR, ""))
    return render(request, "home/today.html", {"today": found, "now": now})


@require_POST
@members_only
def act_for(request: HttpRequest) -> HttpResponse:
    """Chooses, for this session, the organisation that the header and the dashboard speak of; rights are its own."""
    assert isinstance(request.user, User)
    key = request.POST.get("organisation", "")
    if key in {one.organisation.key for one in acting_of(request.user, on=timezone.now().date())}:
        request.session[ACTING_FOR] = key
    return redirect("home:today")
