from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cms.storage import FileRefused, private_files
from members.accounts.models import User
from members.groups import actions, queries
from members.groups.actions import DocumentRefused, GroupRefused
from members.groups.forms import DocumentForm, VersionForm
from members.groups.models import Document
from members.groups.views.seeing import visit_inside
from members.organisations.permissions import members_only


@members_only
def add_document(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit_inside(request, slug)
    if not here.place.replies:
        raise Http404
    form = DocumentForm(request.POST or None, request.FILES or None, initial={"language": here.person.language})
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_document(here.group, author=here.person, now=here.now, **form.cleaned_data)
        except (DocumentRefused, GroupRefused) as refusal:
            form.add_error(None, str(refusal))
        except FileRefused as refusal:
            form.add_error("file", refusal)
        else:
            return redirect("groups:detail", slug=slug)
    return render(request, "groups/add_document.html", {"group": here.group, "place": here.place, "form": form})


@members_only
def add_version(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    here = visit_inside(request, slug)
    document = Document.objects.visible_to(here.person, on=here.today).filter(key=key, group=here.group).first()
    if document is None or not here.place.replies:
        raise Http404
    form = VersionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_version(document, author=here.person, now=here.now, **form.cleaned_data)
        except (DocumentRefused, GroupRefused) as refusal:
            form.add_error(None, str(refusal))
        except FileRefused as refusal:
            form.add_error("file", refusal)
        else:
            return redirect("groups:detail", slug=slug)
    context = {"group": here.group, "place": here.place, "form": form, "document": document}
    return render(request, "groups/add_document.html", context)


@members_only
def download(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Leads to a short-lived address of the file; 404 for whoever may not read the document."""
    assert isinstance(request.user, User)
    version = queries.version_readable(key, number=number, person=request.user, on=timezone.now().date())
    if version is None:
        raise Http404
    return redirect(private_files().address(str(version.file.name), filename=version.filename))
