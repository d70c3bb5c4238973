"""Documents: adding, renewing, and opening one to a person from outside the group."""

from __future__ import annotations

import logging
from datetime import datetime
from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from cms.papers import Unreadable, text_of
from members.accounts.models import User
from members.groups import notices, permissions, rules
from members.groups.actions.standing import must_lead, must_write
from members.groups.actions.telling import tell
from members.groups.models import Document, DocumentVersion, Group
from members.groups.queries import subscribers_at_once
from members.organisations.permissions import is_member_person

logger = logging.getLogger(__name__)


class DocumentRefused(Exception):
    """Worded for the person who adds a document, or opens one to somebody."""


@transaction.atomic
def add_document(
    group: Group, *, author: User, title: str, language: str, file: UploadedFile[bytes], now: datetime
) -> Document:
    """Adds a document with its first version. GroupRefused or, for what is wrong with the file, DocumentRefused."""
    must_write(author, group, now=now)
    document = Document.objects.create(group=group, title=title, language=language, changed_at=now)
    _store_version(document, author=author, file=file, now=now)
    return document


@transaction.atomic
def add_version(document: Document, *, author: User, file: UploadedFile[bytes], now: datetime) -> DocumentVersion:
    """A newer file of a document; the older ones stay."""
    must_write(author, document.group, now=now)
    locked = Document.objects.select_for_update(of=("self",)).select_related("group").get(pk=document.pk)
    locked.changed_at = now
    locked.save(update_fields=["changed_at"])
    return _store_version(locked, author=author, file=file, now=now)


@transaction.atomic
def open_document(document: Document, *, to: User, by: User, now: datetime) -> None:
    """A co-chair lets one person of the network read one document, and tells them; opened twice, it is told once."""
    must_lead(by, document.group, now=now)
    if not is_member_person(to, on=now.date()):
        raise DocumentRefused(_("This person acts for no member organisation today. Ask the secretariat."))
    if permissions.may_read_document(to, document, on=now.date()):
        return
    permissions.open_document_to(to, document=document)
    tell([to], about=document.title, notice=partial(notices.document_opened, document), now=now)


@transaction.atomic
def close_document(document: Document, *, to: User, by: User, now: datetime) -> None:
    """Takes it back. Whoever reads the group reads the document all the same."""
    must_lead(by, document.group, now=now)
    permissions.close_document_to(to, document=document)


def read_for_search(version: DocumentVersion, *, now: datetime) -> None:
    """Keeps the words of a file for the search. In the background: a file of three hundred pages takes seconds.

    A file without text that can be read is found by its title alone, and is not tried again.
    """
    with version.file.open("rb") as file:
        content = file.read()
    try:
        version.text = text_of(content, name=version.filename).replace("\x00", " ")
    except Unreadable as refused:
        logger.info("The search reads nothing of the document version %s: %s", version.pk, refused.why)
    version.text_read_at = now
    version.save(update_fields=["text", "text_read_at"])


def _store_version(document: Document, *, author: User, file: UploadedFile[bytes], now: datetime) -> DocumentVersion:
    size = file.size or 0
    if size > rules.LARGEST_DOCUMENT:
        raise DocumentRefused(_("This file is larger than 25 MB. Make it smaller, or give an address of it in a post."))
    version = DocumentVersion.objects.create(
        document=document,
        number=document.versions.count() + 1,
        file=file,
        filename=str(file.name or "")[-200:],
        size=size,
        author=author,
        added_at=now,
    )
    people = subscribers_at_once(document.group, on=now.date()).exclude(pk=author.pk)
    tell(people, about=document.title, notice=partial(notices.version_added, version), now=now)
    return version
