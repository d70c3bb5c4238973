"""What the secretariat sees of the mail: each dispatch, how far it is, and every mail that is in doubt, by name."""

from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from members.delivery.actions import (
    SteeringRefused,
    confirm_accepted,
    pause_dispatch,
    release_uncertain,
    resume_dispatch,
)
from members.delivery.models import Delivery, Dispatch
from members.delivery.queries import progress_of, refused_deliveries, uncertain_deliveries, with_figures


class ReadOnly(ModelPermissionPolicy):
    """The ledger is written by what happens, never by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in ("add", "delete", "change") and super().user_has_permission(user, action)


class DispatchIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Dispatch]:
        return with_figures(super().get_base_queryset()).order_by("-frozen_at", "-pk")


class DispatchInspect(generic.InspectView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = {
            "progress": progress_of(self.object),
            "uncertain": uncertain_deliveries(self.object),
            "refused": refused_deliveries(self.object),
        }
        return {**super().get_context_data(**kwargs), **found}


def may_steer(request: HttpRequest) -> None:
    if not request.user.has_perm("delivery.change_dispatch"):
        raise PermissionDenied


@require_POST
def steer(request: HttpRequest, pk: int, way: str) -> HttpResponse:
    """Pause or resume a dispatch."""
    may_steer(request)
    dispatch = get_object_or_404(Dispatch, pk=pk)
    try:
        if way == "pause":
            pause_dispatch(dispatch, reason=_("Paused by %(person)s") % {"person": request.user})
        elif way == "resume":
            resume_dispatch(dispatch)
        else:
            raise Http404
    except SteeringRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("dispatch:inspect", pk)


@require_POST
def resolve(request: HttpRequest, uid: str, way: str) -> HttpResponse:
    """A person says what became of a mail in doubt: it arrived, or it is sent again."""
    may_steer(request)
    delivery = get_object_or_404(Delivery, uid=uid)
    try:
        if way == "arrived":
            told = _("%(person)s knows that it arrived.") % {"person": request.user}
            confirm_accepted(delivery, told=told, now=timezone.now())
        elif way == "again":
            release_uncertain(delivery, now=timezone.now())
        else:
            raise Http404
    except SteeringRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("dispatch:inspect", delivery.dispatch_id)


class DispatchViewSet(ModelViewSet):
    model = Dispatch
    name = "dispatch"
    icon = "mail"
    menu_label = gettext_lazy("Mail")
    menu_order = 330
    add_to_admin_menu = True
    form_fields: ClassVar[list[Any]] = []
    index_view_class = DispatchIndex
    inspect_view_class = DispatchInspect
    inspect_view_enabled = True
    copy_view_enabled = False
    inspect_template_name = "delivery/admin/dispatch.html"
    list_display: ClassVar[list[Any]] = [
        "about",
        "stream",
        "state",
        Column("accepted", label=gettext_lazy("Accepted")),
        Column("total", label=gettext_lazy("Recipients")),
        Column("doubtful", label=gettext_lazy("In doubt")),
        "frozen_at",
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/<str:way>/", steer, name="steer"),
            path("in-doubt/<uuid:uid>/<str:way>/", resolve, name="resolve"),
        ]
