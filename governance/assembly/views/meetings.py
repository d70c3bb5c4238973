from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.forms import ProxyForm, RegistrationForm
from governance.assembly.models import Assembly
from governance.assembly.queries import delegations_of
from governance.assembly.queries.pages import meeting_page, meetings, motions_to_come, possible_holders
from governance.assembly.queries.results import to_sign
from governance.assembly.queries.rolls import roll_page
from governance.assembly.rules.words import Way
from governance.assembly.views.found import assembly_or_404, person
from members.organisations.models import Organisation
from members.organisations.permissions import members_only


@members_only
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "assembly/list.html", {"assemblies": meetings(person(request), on=timezone.now().date())})


@members_only
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    assembly, now = assembly_or_404(request, slug), timezone.now()
    context = {
        "assembly": assembly,
        "page": meeting_page(assembly, user=person(request), now=now),
        "to_sign": to_sign(person(request), assembly=assembly, on=now.date()),
    }
    return render(request, "assembly/detail.html", context)


@members_only
@require_safe
def roll(request: HttpRequest, slug: str) -> HttpResponse:
    """Who may vote and who may not, and why; those at risk are counted and not named."""
    assembly = assembly_or_404(request, slug)
    page = roll_page(assembly, user=person(request))
    mine = delegations_of(person(request), assembly=assembly)
    return render(request, "assembly/roll.html", {"assembly": assembly, "page": page, "may_object": bool(mine)})


@members_only
@require_POST
def register(request: HttpRequest, slug: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    form = RegistrationForm(request.POST)
    organisation = spoken_for(request, assembly, slug=form.data.get("organisation", ""))
    way = form.cleaned_data["way"] if form.is_valid() and form.cleaned_data["way"] else Way.ONLINE
    try:
        actions.register(assembly, organisation=organisation, person=person(request), way=Way(way), now=timezone.now())
    except AssemblyRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("You are registered for %(name)s.") % {"name": organisation.name})
    return redirect("assembly:detail", slug=slug)


@members_only
@require_POST
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    organisation = spoken_for(request, assembly, slug=request.POST.get("organisation", ""))
    try:
        actions.leave(assembly, organisation=organisation, person=person(request), now=timezone.now())
    except AssemblyRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("You no longer take part for %(name)s.") % {"name": organisation.name})
    return redirect("assembly:detail", slug=slug)


@members_only
def proxy(request: HttpRequest, slug: str, giver: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    organisation = spoken_for(request, assembly, slug=giver)
    refused = actions.why_no_proxy(assembly, giver=organisation, now=timezone.now())
    if request.method != "POST" and refused:
        messages.error(request, refused)
        return redirect("assembly:detail", slug=slug)
    form = ProxyForm(
        request.POST if request.method == "POST" else None,
        holders=possible_holders(assembly, giver=organisation),
        motions=motions_to_come(assembly),
    )
    if request.method == "POST" and form.is_valid() and given(request, form, assembly, giver=organisation):
        return redirect("assembly:detail", slug=slug)
    context = {"assembly": assembly, "giver": organisation, "form": form}
    return render(request, "assembly/proxy.html", context)


@members_only
@require_POST
def take_back(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    assembly = assembly_or_404(request, slug)
    mine = delegations_of(person(request), assembly=assembly)
    found = get_object_or_404(assembly.proxies.select_related("giver", "holder"), key=key, giver__in=mine)
    try:
        actions.revoke_proxy(found, by=person(request), now=timezone.now())
    except AssemblyRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("%(name)s no longer votes for you.") % {"name": found.holder.name})
    return redirect("assembly:detail", slug=slug)


def spoken_for(request: HttpRequest, assembly: Assembly, *, slug: str) -> Organisation:
    """The organisation of that address that this person speaks for here; 404 otherwise."""
    mine = {organisation.slug: organisation for organisation in delegations_of(person(request), assembly=assembly)}
    if slug not in mine:
        raise Http404
    return mine[slug]


def given(request: HttpRequest, form: ProxyForm, assembly: Assembly, *, giver: Organisation) -> bool:
    try:
        actions.give_proxy(
            assembly,
            giver=giver,
            holder=form.chosen,
            by=person(request),
            instructions=form.cleaned_data["instructions"],
            told=form.told,
            now=timezone.now(),
        )
    except AssemblyRefused as refused:
        form.add_error(None, str(refused))
        return False
    names = {"holder": form.chosen.name, "giver": giver.name}
    messages.success(request, _("%(holder)s votes for %(giver)s.") % names)
    return True
