"""What the secretariat sees of the mail: each dispatch, how far it is, and every mail that is in doubt, by name."""

from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy

from members.delivery.actions import (
    SteeringRefused,
    allow_again,
    cancel_dispatch,
    confirm_accepted,
    pause_dispatch,
    release_uncertain,
    resume_dispatch,
)
from members.delivery.models import Delivery, Dispatch, Suppression
from members.delivery.queries import (
    progress_of,
    refused_deliveries,
    returned_deliveries,
    uncertain_deliveries,
    with_figures,
    with_subjects,
)
from members.delivery.rules import DispatchState

STOPPABLE = (DispatchState.SENDING, DispatchState.PAUSED)


class ReadOnly(ModelPermissionPolicy):
    """The ledger is written by what happens, never by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in ("add", "delete", "change") and super().user_has_permission(user, action)


class DispatchIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Dispatch]:
        return with_figures(super().get_base_queryset()).order_by("-frozen_at", "-pk")


class DispatchInspect(generic.InspectView):
    def get_object(self, queryset: QuerySet[Dispatch] | None = None) -> Dispatch:
        return get_object_or_404(with_subjects(Dispatch.objects.all()), pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        progress = progress_of(self.object)
        found = {
            "progress": progress,
            "may_be_cancelled": self.object.state in STOPPABLE and progress.waiting > 0,
            "returned": returned_deliveries(self.object),
            "uncertain": uncertain_deliveries(self.object),
            "refused": refused_deliveries(self.object),
        }
        return {**super().get_context_data(**kwargs), **found}


def may_steer(request: HttpRequest) -> None:
    if not request.user.has_perm("delivery.change_dispatch"):
        raise PermissionDenied


@require_POST
def steer(request: HttpRequest, pk: int, way: str) -> HttpResponse:
    """Pause or resume a dispatch, or stop for good what of it did not leave yet."""
    may_steer(request)
    dispatch = get_object_or_404(Dispatch, pk=pk)
    try:
        if way == "pause":
            pause_dispatch(dispatch, reason=_("Paused by %(person)s") % {"person": request.user})
        elif way == "resume":
            resume_dispatch(dispatch)
        elif way == "cancel":
            _cancel(request, dispatch)
        else:
            raise Http404
    except SteeringRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("dispatch:inspect", pk)


def _cancel(request: HttpRequest, dispatch: Dispatch) -> None:
    cancel_dispatch(dispatch, reason=_("Cancelled by %(person)s") % {"person": request.user}, now=timezone.now())
    told = _("Cancelled. %(gone)s of %(total)s had already gone; nothing more leaves.")
    messages.success(request, told % {"gone": progress_of(dispatch).accepted, "total": dispatch.total})


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
    menu_label = gettext_lazy("Dispatches")
    list_filter = ("stream", "state")
    form_fields: ClassVar[list[Any]] = []
    index_view_class = DispatchIndex
    inspect_view_class = DispatchInspect
    inspect_view_enabled = True
    copy_view_enabled = False
    inspect_template_name = "delivery/admin/dispatch.html"
    list_display: ClassVar[list[Any]] = [
        TitleColumn(
            "subject",
            label=gettext_lazy("Subject"),
            get_url=lambda dispatch: reverse("dispatch:inspect", args=[dispatch.pk]),
        ),
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


class DeleteOnly(ModelPermissionPolicy):
    """Readers and reports write this list; a person only takes an address from it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in ("add", "change") and super().user_has_permission(user, action)


class SuppressionDelete(generic.DeleteView):
    page_title = gettext_lazy("Send to this address again")
    confirmation_message = gettext_lazy(
        "This address gets mails of this kind again. Is it right, or did its reader ask?"
    )
    success_message = gettext_lazy("“%(object)s” gets these mails again.")

    def delete_action(self) -> None:
        allow_again(self.object)


class SuppressionIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Suppression]:
        return super().get_base_queryset().order_by("-since_at", "-pk")


class SuppressionViewSet(ModelViewSet):
    model = Suppression
    name = "suppression"
    icon = "circle-xmark"
    menu_label = gettext_lazy("Stopped addresses")
    form_fields: ClassVar[list[Any]] = []
    index_view_class = SuppressionIndex
    delete_view_class = SuppressionDelete
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = ["address", "stream", "reason", "since_at"]
    list_filter = ("stream",)
    search_fields = ("address",)
    search_backend_name = None


class MailGroup(ModelViewSetGroup):
    menu_label = gettext_lazy("Mail")
    menu_icon = "mail"
    menu_order = 330
    items = (DispatchViewSet, SuppressionViewSet)
