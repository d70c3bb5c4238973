"""Documents of a group, and those that were opened to one person."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from cms.languages.ordering import in_order
from members.accounts.models import User
from members.groups.models import Document, DocumentVersion, Group
from members.groups.models.document import READ


def documents(group: Group) -> QuerySet[Document]:
    """The latest first, each with its `history`, newest version first."""
    history = DocumentVersion.objects.select_related("author").order_by("-number")
    return group.documents.prefetch_related(Prefetch("versions", history, to_attr="history")).order_by("-changed_at")


def version_readable(key: str, *, number: int, person: User, on: date) -> DocumentVersion | None:
    seen = DocumentVersion.objects.visible_to(person, on=on)
    return seen.filter(document__key=key, number=number).first()


def documents_opened_to(person: User, *, on: date) -> QuerySet[Document]:
    """Single documents of groups that the person does not read, the latest first, each with its `history`."""
    newest = DocumentVersion.objects.order_by("-number")
    opened = Document.objects.visible_to(person, on=on).exclude(group__in=Group.objects.readable_by(person, on=on))
    return opened.prefetch_related(Prefetch("versions", newest, to_attr="history")).order_by("-changed_at")


def people_let_in(document: Document) -> QuerySet[User]:
    """To whom the document was opened, by name."""
    opened = document.exceptions.filter(permission__codename=READ)
    return User.objects.filter(pk__in=opened.values("user")).order_by(in_order("name"))
