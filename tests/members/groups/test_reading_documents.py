"""The words of documents are kept for the search, by the worker and not while somebody waits."""

import logging
from datetime import datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from members.groups.actions import add_document
from members.groups.models import DocumentVersion
from members.groups.rules import Role
from members.groups.tasks import read_documents
from tests.factories.groups import DocumentFactory, GroupFactory, VersionFactory, person_in

pytestmark = pytest.mark.django_db


def version(content: bytes, name: str) -> DocumentVersion:
    group = GroupFactory()
    made: DocumentVersion = VersionFactory(
        document=DocumentFactory(group=group),
        author=person_in(group),
        file=ContentFile(content, name=name),
        filename=name,
    )
    return made


def test_a_text_is_read_once_after_it_came(now: datetime) -> None:
    group = GroupFactory()
    author = person_in(group, role=Role.CO_CHAIR)
    file = SimpleUploadedFile("wells.txt", b"Here flows the quicksilver.")
    document = add_document(group, author=author, title="Wells", language="en", file=file, now=now)
    at_first = document.versions.get().text

    read = read_documents(now)

    kept = document.versions.get()
    assert (at_first, read, read_documents(now)) == ("", 1, 0)
    assert (kept.text.strip(), kept.text_read_at) == ("Here flows the quicksilver.", now)


def test_a_file_without_text_is_not_tried_for_ever(now: datetime, caplog: pytest.LogCaptureFixture) -> None:
    picture = version(b"\x89PNG\r\n\x1a\n\x00\x01\x02", "photo.png")

    with caplog.at_level(logging.INFO, logger="members.groups"):
        read_documents(now)

    picture.refresh_from_db()
    assert (picture.text, picture.text_read_at) == ("", now)
    assert "reads nothing" in caplog.text
    assert read_documents(now) == 0


def test_a_file_that_is_gone_holds_up_no_other(now: datetime) -> None:
    lost = version(b"Lost.", "lost.txt")
    lost.file.storage.delete(str(lost.file.name))
    kept = version(b"Kept, and read all the same.", "kept.txt")

    with pytest.raises(ExceptionGroup, match="could not be read for the search"):
        read_documents(now)

    kept.refresh_from_db()
    lost.refresh_from_db()
    assert (kept.text.strip(), lost.text_read_at) == ("Kept, and read all the same.", None)
