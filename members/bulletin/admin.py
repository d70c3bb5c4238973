"""The secretariat's desk for the bulletin: compose, look, have approved, send."""

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
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.widgets.button import Button

from cms.languages import LANGUAGES
from members.accounts.models import User
from members.bulletin.actions import IssueRefused, approve_issue, return_to_draft, send_issue
from members.bulletin.models import Issue, Segment
from members.bulletin.notices import rendered
from members.bulletin.queries import findings_of, readers_of
from members.bulletin.rules import Check, IssueState
from members.delivery.queries import progress_of

CHECKS = {
    Check.HAS_SECTIONS: gettext_lazy("It has a section."),
    Check.TITLE_IN_EVERY_LANGUAGE: gettext_lazy("The title is there in every language."),
    Check.TEXT_IN_EVERY_LANGUAGE: gettext_lazy("Each section is there in every language."),
    Check.LINKS_ARE_SECURE: gettext_lazy("Each link begins with https://."),
    Check.LINKS_LEAD_SOMEWHERE: gettext_lazy("Each link into this site leads to a page that is published."),
    Check.TITLE_FITS_A_SUBJECT: gettext_lazy("The title is one line of 120 characters at most."),
    Check.PICTURES_ARE_ALLOWED: gettext_lazy("Each picture of children has a consent that covers the bulletin."),
    Check.HAS_READERS: gettext_lazy("Somebody reads it."),
}
APPROVAL = ["state", "approved_by", "approved_at", "approved_sha256", "changed_by"]


class IssueIndex(generic.IndexView):
    def get_list_buttons(self, instance: Issue) -> list[Button]:
        desk = Button(_("Check and send"), url=reverse("issue:desk", args=[instance.pk]), icon_name="mail", priority=5)
        return [desk, *super().get_list_buttons(instance)]


class IssueCreate(generic.CreateView):
    def save_instance(self) -> Issue:
        self.form.instance.author = self.request.user
        return super().save_instance()

    def get_success_url(self) -> str:
        return reverse("issue:desk", args=[self.object.pk])


class IssueEdit(generic.EditView):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.get_object().state == IssueState.SENT:
            return redirect("issue:desk", self.kwargs["pk"])
        return super().get(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except IssueRefused as refusal:
            messages.error(self.request, str(refusal))
            return redirect("issue:desk", form.instance.pk)

    @transaction.atomic
    def save_instance(self) -> Issue:
        """A change takes the approval back; the row stays locked, so that it cannot be sent in between."""
        return_to_draft(self.form.instance, by=secretary(self.request))
        self.form.instance.refresh_from_db(fields=APPROVAL)
        return super().save_instance()

    def get_success_url(self) -> str:
        return reverse("issue:desk", args=[self.object.pk])


class IssueDelete(generic.DeleteView):
    """Drafts only: what was approved or sent stays."""

    def get_object(self, queryset: Any = None) -> Issue:
        return get_object_or_404(Issue, pk=self.kwargs["pk"], state=IssueState.DRAFT)


def secretary(request: HttpRequest) -> User:
    """Whoever asks, when they may change issues."""
    if not isinstance(request.user, User) or not request.user.has_perm("bulletin.change_issue"):
        raise PermissionDenied
    return request.user


def issue_for(request: HttpRequest, pk: int) -> Issue:
    """The issue, for somebody who may change issues."""
    secretary(request)
    return get_object_or_404(Issue.objects.select_related("dispatch", "segment", "author", "approved_by"), pk=pk)


@require_safe
def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """The check list, the preview in each language, and what can be done now."""
    return render(request, "bulletin/admin/desk.html", _desk(issue_for(request, pk)))


@require_safe
def preview(request: HttpRequest, pk: int, language: str, form: str) -> HttpResponse:
    """The mail as a reader gets it, as HTML or as plain text."""
    issue = issue_for(request, pk)
    if language not in LANGUAGES or form not in ("html", "text"):
        raise Http404
    said = rendered(issue, language=language)
    body = said.html if form == "html" else said.text
    kind = "text/html" if form == "html" else "text/plain"
    shown = body.replace("[[name]]", secretary(request).get_short_name()).replace("[[stop]]", "#")
    return HttpResponse(shown, content_type=f"{kind}; charset=utf-8")


@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    issue = issue_for(request, pk)
    by = secretary(request)
    return _done(request, issue, lambda: approve_issue(issue, by=by, now=timezone.now()), _("Approved."))


def send(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks once more, with the number of readers; POST sends."""
    issue = issue_for(request, pk)
    if request.method != "POST":
        return render(request, "bulletin/admin/send.html", _desk(issue))
    told = _("The issue is on its way. This page shows how far it is.")
    return _done(request, issue, lambda: send_issue(issue, now=timezone.now()), told)


def _done(request: HttpRequest, issue: Issue, act: Callable[[], object], told: str) -> HttpResponse:
    try:
        act()
    except IssueRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, told)
    return redirect("issue:desk", issue.pk)


def _desk(issue: Issue) -> dict[str, object]:
    today = timezone.now().date()
    return {
        "issue": issue,
        "findings": [(CHECKS[finding.check], finding.is_met) for finding in findings_of(issue, on=today)],
        "readers": len(readers_of(issue, on=today)),
        "languages": LANGUAGES,
        "progress": progress_of(issue.dispatch) if issue.dispatch else None,
    }


class IssueViewSet(ModelViewSet):
    model = Issue
    name = "issue"
    icon = "mail"
    menu_label = gettext_lazy("Issues")
    index_view_class = IssueIndex
    add_view_class = IssueCreate
    edit_view_class = IssueEdit
    delete_view_class = IssueDelete
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = ["number", "title", "state", "dated_on", "sent_at"]
    panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [FieldPanel("number"), FieldPanel("dated_on"), FieldPanel("corrects")], heading=gettext_lazy("Issue")
        ),
        FieldPanel("title"),
        FieldPanel("lead"),
        InlinePanel("sections", heading=gettext_lazy("Sections"), label=gettext_lazy("Section")),
        MultiFieldPanel([FieldPanel("segment"), FieldPanel("is_public")], heading=gettext_lazy("Who reads it")),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("desk/<int:pk>/", desk, name="desk"),
            path("desk/<int:pk>/<slug:language>.<slug:form>", preview, name="preview"),
            path("desk/<int:pk>/approve/", approve, name="approve"),
            path("desk/<int:pk>/send/", send, name="send"),
        ]


class SegmentViewSet(ModelViewSet):
    model = Segment
    icon = "group"
    list_display: ClassVar[list[Any]] = ["code", "label"]
    form_fields: ClassVar[list[Any]] = ["code", "label", "categories"]


class BulletinGroup(ModelViewSetGroup):
    menu_label = gettext_lazy("Bulletin")
    menu_icon = "mail"
    menu_order = 320
    items = (IssueViewSet, SegmentViewSet)
