"""Documents of a group: adding, renewing, opening to somebody, loading."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cms.storage import FileRefused, private_files
from members.accounts.models import User
from members.groups import actions, queries
from members.groups.actions import DocumentRefused, GroupRefused
from members.groups.forms import ChosenForm, DocumentForm, PersonForm, VersionForm
from members.groups.models import Document
from members.groups.views.seeing import Visit, visit_inside
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
    document = document_in(here, key)
    if not here.place.replies:
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
def readers(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """To whom a document is open although they are not in the group; a co-chair opens and closes it."""
    here = visit_inside(request, slug)
    document = document_in(here, key)
    if not here.place.leads:
        raise Http404
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _opened(here, document, form):
        return redirect("groups:document-readers", slug=slug, key=key)
    people = queries.people_let_in(document)
    context = {"group": here.group, "place": here.place, "document": document, "people": people, "form": form}
    return render(request, "groups/document_readers.html", context)


def _opened(here: Visit, document: Document, form: PersonForm) -> bool:
    person = queries.person_of_the_network(form.cleaned_data["email"], on=here.today)
    if person is None:
        form.add_error("email", _("Nobody of the network signs in with this address. Ask the secretariat."))
        return False
    actions.open_document(document, to=person, by=here.person, now=here.now)
    return True


@require_POST
@members_only
def close(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A co-chair takes back what was opened to somebody."""
    here = visit_inside(request, slug)
    document = document_in(here, key)
    form = ChosenForm(request.POST, people=queries.people_let_in(document))
    if not here.place.leads or not form.is_valid():
        raise Http404
    actions.close_document(document, to=form.cleaned_data["person"], by=here.person, now=here.now)
    return redirect("groups:document-readers", slug=slug, key=key)


def document_in(here: Visit, key: str) -> Document:
    document = Document.objects.visible_to(here.person, on=here.today).filter(key=key, group=here.group).first()
    if document is None:
        raise Http404
    return document


@members_only
def download(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Leads to a short-lived address of the file; 404 for whoever may not read the document."""
    assert isinstance(request.user, User)
    version = queries.version_readable(key, number=number, person=request.user, on=timezone.now().date())
    if version is None:
        raise Http404
    return redirect(private_files().address(str(version.file.name), filename=version.filename))
