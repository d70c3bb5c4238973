"""Addresses of private files: signed by us for files on disk, by the S3 protocol for files in a bucket."""

from dataclasses import dataclass

from django.core import signing
from django.urls import reverse
from django.utils.http import content_disposition_header

from cms.storage.shelves import key, s3_client

SALT = "cms.storage.addresses"


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """What an address stands for: a stored file, and the name that the reader's browser saves it under."""

    name: str
    filename: str


class TicketRefused(Exception):
    """The address was not given by us, or its time is over."""


def signed_address(name: str, *, filename: str, seconds: int) -> str:
    token = signing.dumps([name, filename, seconds], salt=SALT, compress=True)
    return reverse("private-file", kwargs={"token": token})


def read_token(token: str) -> Ticket:
    """The ticket inside; TicketRefused when the signature or the time is wrong."""
    try:
        name, filename, seconds = signing.loads(token, salt=SALT)
        signing.loads(token, salt=SALT, max_age=seconds)
    except signing.BadSignature as error:
        raise TicketRefused from error
    return Ticket(name=name, filename=filename)


def presigned_address(bucket: str, name: str, *, filename: str, seconds: int) -> str:
    disposition = content_disposition_header(as_attachment=True, filename=filename)
    wanted = {"Bucket": bucket, "Key": key(name), "ResponseContentDisposition": disposition or "attachment"}
    return s3_client().generate_presigned_url("get_object", Params=wanted, ExpiresIn=seconds)
