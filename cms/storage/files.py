"""The two storages that models name: PublicFiles and PrivateFiles, each on disk or on S3 as the settings say."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import Storage
from django.utils.deconstruct import deconstructible

from cms.storage.addresses import presigned_address, signed_address
from cms.storage.names import shelf_name
from cms.storage.scanning import scan
from cms.storage.shelves import BucketShelf, FolderShelf, Shelf

ADDRESS_SECONDS = 300


class ContentFiles(Storage):
    """What both storages share. Asked anew for its shelf each time, so that a test may change the settings."""

    @property
    def shelf(self) -> Shelf:
        raise NotImplementedError

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Scan and keep the content; returns the name it has from now on (folder, folder of its own, SHA-256)."""
        file = content if isinstance(content, File) else File(content, name)
        scan(file)
        final = shelf_name(name or file.name or "", content=file)
        if max_length and len(final) > max_length:
            raise SuspiciousFileOperation(f"The field holds {max_length} characters, and {final!r} is longer.")
        self.shelf.put(final, file)
        return final

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        """For reading only: what is stored is never changed."""
        if mode != "rb":
            raise ValueError("Stored files are read, not written; save a new one instead.")
        return self.shelf.open(name)

    def exists(self, name: str) -> bool:
        return self.shelf.has(name)

    def size(self, name: str) -> int:
        return self.shelf.size(name)

    def delete(self, name: str) -> None:
        self.shelf.remove(name)

    def path(self, name: str) -> str:
        return self.shelf.path(name)


@deconstructible(path="cms.storage.PublicFiles")
class PublicFiles(ContentFiles):
    """Files that anybody may load, at an address that never changes."""

    @property
    def shelf(self) -> Shelf:
        if settings.S3_ENDPOINT_URL:
            return BucketShelf(settings.S3_PUBLIC_BUCKET)
        return FolderShelf(Path(settings.MEDIA_ROOT))

    def url(self, name: str | None) -> str:
        if settings.S3_ENDPOINT_URL:
            return f"{public_files_address()}/{quote(name or '')}"
        return urljoin(settings.MEDIA_URL, quote(name or ""))


def public_files_address() -> str:
    """Where readers find the public bucket: its own address where one is set (a CDN), else the server's."""
    return settings.S3_PUBLIC_ADDRESS or f"{settings.S3_ENDPOINT_URL.rstrip('/')}/{settings.S3_PUBLIC_BUCKET}"


@deconstructible(path="cms.storage.PrivateFiles")
class PrivateFiles(ContentFiles):
    """Files that nobody finds by address. Ask `visible_to` first, then hand out `address`; it ends after minutes."""

    @property
    def shelf(self) -> Shelf:
        if settings.S3_ENDPOINT_URL:
            return BucketShelf(settings.S3_PRIVATE_BUCKET)
        return FolderShelf(Path(settings.PRIVATE_ROOT))

    def url(self, name: str | None) -> str:
        return self.address(name or "", filename=Path(name or "").name)

    def address(self, name: str, *, filename: str, seconds: int = ADDRESS_SECONDS) -> str:
        """An address that gives the file, to be saved as `filename`, and means nothing after `seconds`."""
        if settings.S3_ENDPOINT_URL:
            return presigned_address(settings.S3_PRIVATE_BUCKET, name, filename=filename, seconds=seconds)
        return signed_address(name, filename=filename, seconds=seconds)
