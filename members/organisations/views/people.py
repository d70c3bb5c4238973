"""An organisation's primary contact says who else acts for it; whoever is asked accepts or declines."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from members.accounts.models import User
from members.organisations import actions, queries
from members.organisations.actions import ContactRefused
from members.organisations.forms import OfferForm
from members.organisations.models import ContactOffer, Organisation
from members.organisations.permissions import keeps_contacts_of, members_only


def kept_by(request: HttpRequest, slug: str) -> tuple[Organisation, User]:
    """The organisation, for somebody who keeps its list of people; a stranger gets 404."""
    organisation = Organisation.objects.filter(slug=slug).first()
    assert isinstance(request.user, User)
    if organisation is None or not keeps_contacts_of(organisation, request.user, on=timezone.now().date()):
        raise Http404
    return organisation, request.user


@members_only
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Who acts and who is asked to; POST asks one more."""
    organisation, by = kept_by(request, slug)
    form, now = OfferForm(request.POST or None, initial={"language": by.language}), timezone.now()
    if request.method == "POST" and form.is_valid():
        try:
            actions.offer_role(organisation, to=form.invitee, role=form.chosen, by=by, now=now)
        except ContactRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("A mail is on its way to %(email)s.") % {"email": form.invitee.email})
            return redirect("organisations:people", slug=slug)
    context: dict[str, Any] = {
        "organisation": organisation,
        "contacts": queries.contacts_of(organisation, on=now.date()),
        "offers": queries.open_offers(organisation, now=now),
        "form": form,
    }
    return render(request, "organisations/people.html", context)


@require_POST
@members_only
def end_role(request: HttpRequest, slug: str, contact: int) -> HttpResponse:
    """From today on. The primary contact's own role is handed over by the secretariat."""
    organisation, _by = kept_by(request, slug)
    today = timezone.now().date()
    found = get_object_or_404(queries.contacts_of(organisation, on=today).not_primary(), pk=contact)
    try:
        actions.end_contact(found, until_on=today)
    except ContactRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(person)s has the role no more.") % {"person": found.user})
    return redirect("organisations:people", slug=slug)


@require_POST
@members_only
def withdraw(request: HttpRequest, slug: str, offer: int) -> HttpResponse:
    organisation, _by = kept_by(request, slug)
    _withdrawn(request, get_object_or_404(ContactOffer, pk=offer, organisation=organisation))
    return redirect("organisations:people", slug=slug)


@login_required
@never_cache
@require_safe
def offers(request: HttpRequest) -> HttpResponse:
    """The roles that wait for the reader's answer; also for somebody who has no role yet."""
    assert isinstance(request.user, User)
    waiting = queries.offers_to(request.user, now=timezone.now())
    return render(request, "organisations/offers.html", {"offers": waiting})


@login_required
@require_POST
def answer(request: HttpRequest, offer: int) -> HttpResponse:
    """`answer=accept`, else it is declined."""
    assert isinstance(request.user, User)
    now = timezone.now()
    found = get_object_or_404(queries.offers_to(request.user, now=now), pk=offer)
    if request.POST.get("answer") != "accept":
        _withdrawn(request, found)
        return redirect("organisations:offers")
    try:
        actions.accept_offer(found, person=request.user, now=now)
    except ContactRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("organisations:offers")
    messages.success(request, _("You act for %(name)s now.") % {"name": found.organisation})
    return redirect("home:today")


def _withdrawn(request: HttpRequest, offer: ContactOffer) -> None:
    try:
        actions.withdraw_offer(offer, now=timezone.now())
    except ContactRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The offer does not hold any more."))
