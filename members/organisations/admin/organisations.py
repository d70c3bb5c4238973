"""The organisations, and for each a page with its standing, its membership, its people and its dues."""

from datetime import date
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log

from cms.languages.ordering import in_order
from members.accounts.models import User
from members.organisations import actions, queries
from members.organisations.actions import ContactRefused
from members.organisations.forms import OfferForm
from members.organisations.models import Organisation
from members.organisations.models.labels import REASONS, RIGHTS
from members.organisations.rules import DuesRule, Right, Role, Standing


class OrganisationIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Organisation]:
        today = timezone.now().date()
        return Organisation.objects.with_standing(on=today, rule=DuesRule()).order_by(in_order("name"))

    def get_list_buttons(self, instance: Organisation) -> list[Button]:
        look = Button(_("Standing, people and dues"), url=desk_address(instance), icon_name="view", priority=5)
        return [look, *super().get_list_buttons(instance)]


def desk_address(organisation: Organisation) -> str:
    return reverse("organisation:desk", args=[organisation.pk])


def in_words(standing: Standing) -> str:
    """Why it is not in good standing; a category that gives fewer rights is no fault of anybody."""
    if standing.is_good:
        return _("In good standing")
    faults = {reason: REASONS[reason] for why in standing.reasons.values() for reason in why if reason != "category"}
    return ", ".join(str(words) for words in faults.values()) or str(REASONS[standing.reasons[Right.ATTEND][0]])


def organisation_for(request: HttpRequest, pk: int) -> Organisation:
    """For somebody who may change organisations."""
    if not request.user.has_perm("organisations.change_organisation"):
        raise PermissionDenied
    return get_object_or_404(Organisation, pk=pk)


@require_safe
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """All about one organisation, as it stands today or on the day that is asked about."""
    organisation = organisation_for(request, pk)
    return render(request, "organisations/admin/desk.html", _desk(organisation, on=day_asked(request)))


def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """A role is offered by mail to somebody, who needs no account yet."""
    organisation, by = organisation_for(request, pk), request.user
    assert isinstance(by, User)
    form = OfferForm(request.POST or None, roles=tuple(Role))
    if request.method == "POST" and form.is_valid():
        try:
            actions.offer_role(organisation, to=form.invitee, role=form.chosen, by=by, now=timezone.now())
        except ContactRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            log(instance=organisation, action="wagtail.edit", user=request.user, content_changed=True)
            messages.success(request, _("A mail is on its way to %(email)s.") % {"email": form.invitee.email})
            return redirect(desk_address(organisation))
    return render(request, "organisations/admin/offer.html", {"form": form, "organisation": organisation})


def day_asked(request: HttpRequest) -> date:
    try:
        return parse_date(request.GET.get("on", "")) or timezone.now().date()
    except ValueError:  # such as 31 June
        return timezone.now().date()


def _desk(organisation: Organisation, *, on: date) -> dict[str, object]:
    standing = queries.standing_of(organisation, on=on)
    return {
        "organisation": organisation,
        "on": on,
        "standing": in_words(standing),
        "rights": [(RIGHTS[right], [REASONS[reason] for reason in standing.reasons[right]]) for right in Right],
        "terms": queries.terms_of(organisation),
        "contacts": queries.every_contact_of(organisation),
        "offers": queries.open_offers(organisation, now=timezone.now()),
        "invoices": queries.dues_of(organisation, on=on),
        "plans": queries.plans_of(organisation),
    }


class OrganisationViewSet(ModelViewSet):
    model = Organisation
    icon = "group"
    index_view_class = OrganisationIndex
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = [
        "name",
        "country",
        "kind",
        Column("standing", label=gettext_lazy("Standing today"), accessor=lambda one: in_words(one.standing)),
        Column(
            "hidden",
            label=gettext_lazy("At risk"),
            accessor=lambda one: _("At risk") if one.hidden else "",
            sort_key="hidden",
        ),
    ]
    list_filter = ("country", "kind", "hidden")
    search_fields = ("name", "acronym", "slug")
    panels = (
        MultiFieldPanel([FieldPanel("name"), FieldPanel("acronym"), FieldPanel("slug")], heading=gettext_lazy("Name")),
        FieldPanel("country"),
        FieldPanel("kind"),
        FieldPanel("expertise"),
        FieldPanel("website"),
        FieldPanel("hidden"),
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/", desk, name="desk"),
            path("<int:pk>/offer/", offer, name="offer"),
        ]
