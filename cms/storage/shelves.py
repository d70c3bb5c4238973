"""The two places that can hold files, with the same six verbs: a folder of this machine, a bucket of an S3 server."""

from __future__ import annotations

import mimetypes
import os
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.utils._os import safe_join

# boto3 makes its clients' methods at run time, from a description of the service.
S3Client = Any
FOR_EVER = "public, max-age=31536000, immutable"


class Shelf(Protocol):
    """What a storage needs from the place where its files are."""

    def put(self, name: str, content: File[bytes]) -> None: ...
    def open(self, name: str) -> File[bytes]: ...
    def has(self, name: str) -> bool: ...
    def size(self, name: str) -> int: ...
    def remove(self, name: str) -> None: ...
    def path(self, name: str) -> str: ...


class FolderShelf:
    """Files under one folder; a file appears whole or not at all."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, name: str) -> str:
        """The file's own path; SuspiciousFileOperation when the name leads out of the folder."""
        return str(safe_join(str(self.root), name))

    def put(self, name: str, content: File[bytes]) -> None:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
            for chunk in content.chunks():
                file.write(chunk)
        os.chmod(file.name, 0o644)
        os.replace(file.name, target)

    def open(self, name: str) -> File[bytes]:
        return File(Path(self.path(name)).open("rb"), name=name)

    def has(self, name: str) -> bool:
        return Path(self.path(name)).is_file()

    def size(self, name: str) -> int:
        return Path(self.path(name)).stat().st_size

    def remove(self, name: str) -> None:
        path = Path(self.path(name))
        path.unlink(missing_ok=True)
        if path.parent != self.root and path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()


class BucketShelf:
    """Files in one bucket. The client is made when first needed: nobody who only imports this talks to a server."""

    def __init__(self, bucket: str) -> None:
        self.bucket = bucket

    @property
    def client(self) -> S3Client:
        return s3_client()

    def path(self, name: str) -> str:
        raise NotImplementedError("A file in a bucket has no path on this machine.")

    def put(self, name: str, content: File[bytes]) -> None:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        content.seek(0)
        extra = {"ContentType": kind, "CacheControl": FOR_EVER}
        self.client.put_object(Bucket=self.bucket, Key=key(name), Body=content.read(), **extra)

    def open(self, name: str) -> File[bytes]:
        """The content, in memory; FileNotFoundError when there is none. Readers go to the server, not through here."""
        try:
            body = self.client.get_object(Bucket=self.bucket, Key=key(name))["Body"]
        except self.client.exceptions.NoSuchKey as error:
            raise FileNotFoundError(name) from error
        with body:
            return File(BytesIO(body.read()), name=name)

    def has(self, name: str) -> bool:
        return self._head(name) is not None

    def size(self, name: str) -> int:
        head = self._head(name)
        if head is None:
            raise FileNotFoundError(name)
        return int(head["ContentLength"])

    def remove(self, name: str) -> None:
        self.client.delete_object(Bucket=self.bucket, Key=key(name))

    def _head(self, name: str) -> Any:
        """What the server says of the file; None when it has none. Any other trouble is raised."""
        try:
            return self.client.head_object(Bucket=self.bucket, Key=key(name))
        except ClientError as error:
            if error.response["Error"]["Code"] in {"404", "NoSuchKey", "NotFound"}:
                return None
            raise


def key(name: str) -> str:
    """The object's key: the same rule as for a folder, no way out."""
    if name.startswith("/") or ".." in name.split("/"):
        raise SuspiciousFileOperation(f"{name!r} leads out of the bucket.")
    return name


def s3_client() -> S3Client:
    """The client of the S3 server that the settings name; made once, and shared by all threads."""
    return client_of(
        settings.S3_ENDPOINT_URL, settings.S3_ACCESS_KEY, secret=settings.S3_SECRET_KEY, region=settings.S3_REGION
    )


@cache
def client_of(endpoint: str, access_key: str, *, secret: str, region: str) -> S3Client:
    """A client that signs by version 4, with the bucket in the path: what every S3 server understands."""
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        aws_access_key_id=access_key,
        aws_secret_access_key=secret,
        region_name=region,
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}, retries={"max_attempts": 3}),
    )
