"""Both storages on whichever shelf this run has: a folder, or the buckets of a real S3 server."""

from collections.abc import Callable
from hashlib import sha256

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from cms.storage import FileRefused, PrivateFiles, PublicFiles, private_files

KITE = b"a kite over four roofs"
STORAGES = pytest.mark.parametrize("storage", [PublicFiles(), PrivateFiles()], ids=["public", "private"])
Storage = PublicFiles | PrivateFiles


@STORAGES
def test_a_file_is_named_by_its_content(storage: Storage) -> None:
    folder, own, name = storage.save("papers/Our Plan.PDF", ContentFile(KITE)).split("/")

    assert folder == "papers"
    assert len(own) == 8
    assert name == sha256(KITE).hexdigest() + ".pdf"


@STORAGES
def test_what_was_saved_is_read_back(storage: Storage) -> None:
    name = storage.save("papers/plan.txt", ContentFile(KITE))

    with storage.open(name) as file:
        assert file.read() == KITE
    assert storage.size(name) == len(KITE)
    assert storage.exists(name)


@STORAGES
def test_equal_content_twice_is_two_files_so_that_deleting_one_leaves_the_other(storage: Storage) -> None:
    first = storage.save("papers/plan.txt", ContentFile(KITE))
    second = storage.save("papers/plan.txt", ContentFile(KITE))

    storage.delete(first)

    assert not storage.exists(first)
    assert storage.exists(second)


@STORAGES
def test_deleting_what_is_not_there_is_no_trouble(storage: Storage) -> None:
    storage.delete("papers/nothing.txt")

    assert not storage.exists("papers/nothing.txt")


@STORAGES
def test_a_missing_file_is_not_found(storage: Storage) -> None:
    with pytest.raises(FileNotFoundError):
        storage.open("papers/nothing.txt")
    with pytest.raises(FileNotFoundError):
        storage.size("papers/nothing.txt")


@STORAGES
def test_no_name_leads_out_of_the_shelf(storage: Storage) -> None:
    with pytest.raises(SuspiciousFileOperation):
        storage.open("../secret-key")


@STORAGES
def test_a_stored_file_is_not_opened_for_writing(storage: Storage) -> None:
    name = storage.save("papers/plan.txt", ContentFile(KITE))

    with pytest.raises(ValueError, match="read, not written"):
        storage.open(name, "wb")


@STORAGES
def test_a_name_too_long_for_the_field_is_refused_before_anything_is_kept(storage: Storage) -> None:
    with pytest.raises(SuspiciousFileOperation, match="holds 20 characters"):
        storage.save("papers/plan.txt", ContentFile(KITE), max_length=20)


def test_a_file_of_many_chunks_is_kept_whole() -> None:
    content = bytes(range(256)) * 40_000
    upload = SimpleUploadedFile("large.bin", content)

    name = private_files().save("papers/large.bin", upload)

    assert private_files().size(name) == len(content)


def object_to_everything(file: object) -> None:
    raise FileRefused("This file carries a virus.")


def test_the_scanner_keeps_a_file_out(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.FILE_SCANNER = f"{__name__}.object_to_everything"
    kept: list[str] = []
    monkeypatch.setattr(PrivateFiles, "shelf", Recorder(kept.append))

    with pytest.raises(FileRefused, match="carries a virus"):
        private_files().save("papers/plan.txt", ContentFile(KITE))

    assert kept == []


def test_without_an_objection_the_scanner_lets_a_file_in(settings: Settings) -> None:
    settings.FILE_SCANNER = "builtins.id"

    name = private_files().save("papers/plan.txt", ContentFile(KITE))

    assert private_files().exists(name)


class Recorder:
    """A shelf that only remembers what was put on it."""

    def __init__(self, remember: Callable[[str], None]) -> None:
        self.remember = remember

    def put(self, name: str, content: object) -> None:
        self.remember(name)
