"""Bringing files, reviewing what was read, saving drafts: for whoever may add to a library."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from cms.admin.imports.forms import FilesForm, ReviewForm
from cms.admin.imports.rows import left_out, rows
from cms.case_studies.drafts import Values, values_of_page
from cms.case_studies.files import FileRefused
from cms.case_studies.forgetting import KEPT_FOR_REVIEW_DAYS, KEPT_WITH_DRAFT_DAYS, discard
from cms.case_studies.importing import Reviewed, bring, draft_of, kept_of, save_reviewed
from cms.case_studies.libraries import ImportRefused, libraries_for
from cms.models import CaseStudyIndexPage, CaseStudyPage, ImportedPaper
from cms.papers.limits import MOST_BYTES
from cms.storage import FileRefused as ScanRefused
from cms.storage import private_files, scan
from members.accounts.models import User

A_SHEET = 30
Libraries = dict[str, CaseStudyIndexPage]


def importer(request: HttpRequest) -> tuple[User, Libraries]:
    """Whoever asks, with the libraries to which they may add."""
    libraries = libraries_for(request.user) if isinstance(request.user, User) else {}
    if not isinstance(request.user, User) or not libraries:
        raise PermissionDenied
    return request.user, libraries


def index(request: HttpRequest) -> HttpResponse:
    """What waits for review, and a form for more files."""
    by, _libraries = importer(request)
    form = FilesForm(request.POST, request.FILES) if request.method == "POST" else FilesForm()
    if request.method == "POST" and form.is_valid():
        brought = [paper for file in form.cleaned_data["papers"] if (paper := taken(request, file, by=by))]
        if len(brought) == 1:
            return redirect("imports:review", brought[0].key)
        return redirect("imports:index")
    return render(request, "cms/admin/case_studies/index.html", {"form": form, **desk()})


def desk() -> dict[str, Any]:
    papers = ImportedPaper.objects.select_related("page", "brought_by").order_by("-brought_at", "pk")
    held = list(papers.exclude(study={})[: 4 * A_SHEET])
    return {
        "waiting": [paper for paper in held if paper.is_waiting],
        "saved": [paper for paper in held if not paper.is_waiting and paper.page][:A_SHEET],
        "review_days": KEPT_FOR_REVIEW_DAYS,
        "draft_days": KEPT_WITH_DRAFT_DAYS,
    }


def taken(request: HttpRequest, file: UploadedFile[Any], *, by: User) -> ImportedPaper | None:
    """One file of several; the others do not suffer from it."""
    name = file.name or "?"
    try:
        scan(file)
        return bring(file.read(MOST_BYTES + 1), name=name, by=by, now=timezone.now())
    except (FileRefused, ScanRefused) as refusal:
        said = " ".join(refusal.messages) if isinstance(refusal, ScanRefused) else str(refusal)
        messages.error(request, f"{name}: {said}")
    return None


def review(request: HttpRequest, key: str) -> HttpResponse:
    """The paper beside its fields. POST saves the draft, or takes the paper's words for one field."""
    by, libraries = importer(request)
    paper = get_object_or_404(ImportedPaper.objects.exclude(study={}), key=key)
    language = chosen(request, paper=paper, libraries=libraries)
    page = draft_of(paper, library=libraries[language])
    form = review_form(request, paper=paper, libraries=libraries, page=page)
    if "take" in request.POST and form.is_bound:
        form = with_paper(form, request.POST["take"], paper=paper, libraries=libraries)
    elif form.is_bound and form.is_valid() and saved(request, form, paper=paper, by=by):
        return redirect("imports:index")
    return render(
        request, "cms/admin/case_studies/review.html", shown(form, paper=paper, page=page, libraries=libraries)
    )


def chosen(request: HttpRequest, *, paper: ImportedPaper, libraries: Libraries) -> str:
    """The language asked for, the paper's own, or the first that this person may add to."""
    wanted = (request.POST.get("language", ""), paper.study["language"])
    return next((language for language in wanted if language in libraries), next(iter(libraries)))


def named(libraries: Libraries) -> list[tuple[str, str]]:
    return [(code, str(name)) for code, name in settings.LANGUAGES if code in libraries]


def review_form(
    request: HttpRequest, *, paper: ImportedPaper, libraries: Libraries, page: CaseStudyPage | None
) -> ReviewForm:
    language = chosen(request, paper=paper, libraries=libraries)
    initial = {"language": language, "seen": page.latest_revision_id if page else None}
    values = paper.study["values"]
    if page:
        current = values_of_page(page.get_latest_revision_as_object())
        values = {**values, **{name: current[name] for name in kept_of(page, values)}}
    data = request.POST if request.method == "POST" else None
    return ReviewForm(data, values=values, languages=named(libraries), initial=initial)


def with_paper(form: ReviewForm, field: str, *, paper: ImportedPaper, libraries: Libraries) -> ReviewForm:
    """What was typed, with the paper's words for one field of the page."""
    form.is_valid()
    said: Values = paper.study["values"]
    fields = ("begins", "ends", "ongoing") if field in ("begins", "ends", "ongoing") else (field,)
    values = {**form.values, **{name: said[name] for name in fields if name in said}}
    initial = {name: form.data.get(name, "") for name in ("language", "seen")}
    return ReviewForm(None, values=values, languages=named(libraries), initial=initial)


def saved(request: HttpRequest, form: ReviewForm, *, paper: ImportedPaper, by: User) -> bool:
    said = form.cleaned_data
    reviewed = Reviewed(language=said["language"], values=form.values, seen=said["seen"])
    try:
        imported = save_reviewed(paper, reviewed, by=by, now=timezone.now())
    except ImportRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    sentence = _("Made the draft “%(title)s”.") if imported.is_new else _("Updated the draft “%(title)s”.")
    messages.success(request, sentence % {"title": imported.page.title})
    return True


def shown(
    form: ReviewForm, *, paper: ImportedPaper, page: CaseStudyPage | None, libraries: Libraries
) -> dict[str, Any]:
    study = paper.study
    changed = kept_of(page, study["values"]) if page else set()
    personal = list(study["personal_data"])
    return {
        "form": form,
        "paper": paper,
        "page": page,
        "personal": personal,
        "warnings": study["warnings"],
        "rows": list(rows(form, lines=paper.lines, personal=personal, changed=changed)),
        "left_out": left_out(paper.lines),
        "no_library": study["language"] not in libraries,
    }


@require_safe
def original(request: HttpRequest, key: str) -> HttpResponse:
    """The file as it was brought, at an address that soon ends."""
    importer(request)
    paper = get_object_or_404(ImportedPaper.objects.exclude(file=""), key=key)
    return redirect(private_files().address(paper.file.name or "", filename=paper.name))


@require_POST
def drop(request: HttpRequest, key: str) -> HttpResponse:
    """The file and what was read in it go; a draft that was made of it stays."""
    importer(request)
    paper = get_object_or_404(ImportedPaper, key=key)
    discard(paper)
    messages.success(request, _("“%(name)s” is deleted here. A draft made of it stays.") % {"name": paper.name})
    return redirect("imports:index")


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return isinstance(request.user, User) and bool(libraries_for(request.user))


class ImportViewSet(ViewSet):
    name = "imports"
    url_prefix = "imports"
    icon = "upload"
    menu_label = gettext_lazy("Import case studies")
    menu_order = 205
    add_to_admin_menu = True

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        return ImportMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", index, name="index"),
            path("<str:key>/", review, name="review"),
            path("<str:key>/original/", original, name="original"),
            path("<str:key>/discard/", drop, name="discard"),
        ]
