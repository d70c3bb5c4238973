"""The secretariat's desk for assemblies: write one down, then run it step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import Assembly, Election, Motion
from governance.assembly.queries.running import running, subject_of
from governance.assembly.rules.running import Act
from governance.assembly.rules.words import State
from governance.voting.models import Ballot
from members.accounts.models import User

WORDS = {
    Act.CONVENE: gettext_lazy("Convene"),
    Act.FREEZE: gettext_lazy("Freeze the roll"),
    Act.OPEN: gettext_lazy("Open the assembly"),
    Act.QUORUM: gettext_lazy("Read the quorum"),
    Act.CLOSE: gettext_lazy("Close the assembly"),
    Act.PREPARE: gettext_lazy("Prepare the ballot"),
    Act.VOTE: gettext_lazy("Put to the vote"),
    Act.COUNT: gettext_lazy("Close and count"),
    Act.SIGN: gettext_lazy("Sign the count as teller"),
    Act.WITHDRAW: gettext_lazy("Withdraw"),
}
ON_THE_MEETING: dict[str, Callable[..., object]] = {
    Act.CONVENE: actions.convene,
    Act.FREEZE: actions.freeze_roll,
    Act.OPEN: actions.open_assembly,
    Act.QUORUM: actions.read_quorum,
    Act.CLOSE: actions.close_assembly,
}


class AssemblyIndex(generic.IndexView):
    def get_list_buttons(self, instance: Assembly) -> list[Button]:
        address = reverse("assembly_desk:desk", args=[instance.pk])
        run = Button(_("Run this assembly"), url=address, icon_name="calendar", priority=5)
        return [run, *super().get_list_buttons(instance)]


class OnlyDrafts:
    """What members were told when they were convened does not change under them."""

    def get_object(self, *args: Any, **kwargs: Any) -> Assembly:
        found: Assembly = super().get_object(*args, **kwargs)  # type: ignore[misc] # mixed into a view that has it
        if found.state != State.DRAFT:
            raise PermissionDenied
        return found


class AssemblyEdit(OnlyDrafts, generic.EditView):
    @transaction.atomic
    def save_instance(self) -> Assembly:
        """Under the meeting's lock, so that somebody who convenes it meanwhile is not undone."""
        draft = Assembly.objects.select_for_update().filter(pk=self.object.pk, state=State.DRAFT)
        if not draft.exists():
            raise PermissionDenied
        saved: Assembly = super().save_instance()
        return saved


class AssemblyDelete(OnlyDrafts, generic.DeleteView):
    pass


def secretary(request: HttpRequest) -> User:
    """Whoever asks, when they may change assemblies."""
    if not isinstance(request.user, User) or not request.user.has_perm("assembly.change_assembly"):
        raise PermissionDenied
    return request.user


def assembly_for(request: HttpRequest, pk: int) -> Assembly:
    secretary(request)
    return get_object_or_404(Assembly.objects.select_related("electorate", "series"), pk=pk)


def subject_for(request: HttpRequest, pk: int, *, key: str) -> Motion | Election:
    found = subject_of(assembly_for(request, pk), key=key)
    if found is None:
        raise Http404
    return found


def ballot_for(subject: Motion | Election) -> Ballot:
    if subject.ballot is None:
        raise Http404
    return subject.ballot


@require_safe
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the meeting is, and a button for each thing that may be done now."""
    seen = running(assembly_for(request, pk))
    lines = [(line, [(act, WORDS[act]) for act in line.acts]) for line in seen.lines]
    buttons = [(act, WORDS[act]) for act in seen.acts]
    return render(request, "assembly/admin/desk.html", {"running": seen, "lines": lines, "buttons": buttons})


@require_POST
def on_the_meeting(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    assembly = assembly_for(request, pk)
    if act not in ON_THE_MEETING:
        raise Http404
    return _done(request, pk, act=act, does=lambda: ON_THE_MEETING[act](assembly, now=timezone.now()))


@require_POST
def on_a_ballot(request: HttpRequest, pk: int, act: str, key: str) -> HttpResponse:
    subject, by, now = subject_for(request, pk, key=key), secretary(request), timezone.now()
    does: dict[str, Callable[[], object]] = {
        Act.PREPARE: lambda: actions.draft(subject),
        Act.VOTE: lambda: actions.put_to_the_vote(subject, now=now),
        Act.COUNT: lambda: actions.close_and_count(ballot_for(subject), now=now),
        Act.SIGN: lambda: actions.sign(ballot_for(subject), by=by, now=now),
    }
    if act not in does:
        raise Http404
    return _done(request, pk, act=act, does=does[act])


def withdraw(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """GET asks for the reason, since what was voted is lost; POST withdraws."""
    subject = subject_for(request, pk, key=key)
    ballot, reason = ballot_for(subject), request.POST.get("reason", "")
    if request.method != "POST":
        return render(request, "assembly/admin/withdraw.html", {"subject": subject})
    return _done(
        request, pk, act=Act.WITHDRAW, does=lambda: actions.withdraw(ballot, reason=reason, now=timezone.now())
    )


def _done(request: HttpRequest, pk: int, *, act: str, does: Callable[[], object]) -> HttpResponse:
    try:
        does()
    except AssemblyRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Done: %(act)s.") % {"act": WORDS[Act(act)]})
    return redirect("assembly_desk:desk", pk)


class AssemblyViewSet(ModelViewSet):
    model = Assembly
    name = "assembly_desk"
    url_prefix = "assemblies"
    icon = "group"
    menu_label = gettext_lazy("Assemblies")
    menu_order = 310
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = AssemblyIndex
    edit_view_class = AssemblyEdit
    delete_view_class = AssemblyDelete
    list_display: ClassVar[list[Any]] = ["__str__", "state", "opens_at", "closes_at"]
    panels: ClassVar[list[Any]] = [
        FieldPanel("slug"),
        FieldPanel("title"),
        FieldPanel("kind"),
        FieldPanel("place"),
        FieldPanel("chair"),
        MultiFieldPanel(
            [FieldPanel("record_on"), FieldPanel("opens_at"), FieldPanel("closes_at")], heading=gettext_lazy("Dates")
        ),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("run/<int:pk>/", desk, name="desk"),
            path("run/<int:pk>/<slug:act>/", on_the_meeting, name="act"),
            path("run/<int:pk>/withdraw/<str:key>/", withdraw, name="withdraw"),
            path("run/<int:pk>/<slug:act>/<str:key>/", on_a_ballot, name="ballot"),
        ]
