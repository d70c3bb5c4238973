"""What Amazon SNS posts to us: whose it is, and what SES reports in it. No network: the certificate is given."""

import json
import re
from base64 import b64decode
from binascii import Error
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from members.delivery.rules.feedback import FeedbackKind, Report
from members.delivery.rules.reports import LONGEST_DETAIL, UID

Posted = Mapping[str, Any]

NOTIFICATION = "Notification"
CONFIRMATION = "SubscriptionConfirmation"
# Amazon's guide, "Verifying the signatures of Amazon SNS messages": these fields, in this order, those that are there.
SIGNED = {
    NOTIFICATION: ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"),
    CONFIRMATION: ("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"),
}
AMAZON = re.compile(r"sns\.[a-z0-9-]{1,30}\.amazonaws\.com(\.cn)?")
CERTIFICATE = re.compile(r"/SimpleNotificationService-[0-9A-Za-z]+\.pem")
KINDS = {
    "bounce": FeedbackKind.BOUNCED,
    "complaint": FeedbackKind.COMPLAINED,
    "delivery": FeedbackKind.DELIVERED,
    "deliverydelay": FeedbackKind.DELAYED,
}


class SnsRefused(ValueError):
    """Not from the topic that we listen to, or not from Amazon at all."""


def must_be_amazon(address: str) -> str:
    """Only Amazon's own host, by https: who chooses the certificate chooses whom we believe."""
    parts = urlsplit(address)
    if parts.scheme != "https" or parts.port not in (None, 443) or not AMAZON.fullmatch(parts.hostname or ""):
        raise SnsRefused(address)
    if parts.username is not None:
        raise SnsRefused(address)
    return address


def must_be_amazons_certificate(address: str) -> str:
    """That host answers whoever asks it anything, also with words of theirs: a certificate is a file with its name."""
    parts = urlsplit(must_be_amazon(address))
    if not CERTIFICATE.fullmatch(parts.path) or parts.query:
        raise SnsRefused(address)
    return address


def must_be_signed(posted: Posted, *, certificate: bytes) -> None:
    """SnsRefused unless the key of the PEM `certificate` signed it; version 1 is SHA-1, version 2 SHA-256."""
    try:
        key = x509.load_pem_x509_certificate(certificate).public_key()
        signature = b64decode(str(posted.get("Signature", "")), validate=True)
    except (ValueError, Error) as error:
        raise SnsRefused("No certificate or no signature.") from error
    algorithm = _algorithm(str(posted.get("SignatureVersion", "")))
    if not isinstance(key, RSAPublicKey):
        raise SnsRefused("Amazon signs with RSA.")
    try:
        key.verify(signature, signed_text(posted).encode(), padding.PKCS1v15(), algorithm)
    except InvalidSignature as error:
        raise SnsRefused("The signature is not of this message.") from error


def signed_text(posted: Posted) -> str:
    names = SIGNED.get(str(posted.get("Type")))
    if names is None:
        raise SnsRefused(f"A message of the type {posted.get('Type')!r}.")
    return "".join(f"{name}\n{posted[name]}\n" for name in names if posted.get(name) is not None)


def report_in(posted: Posted) -> Report | None:
    """What SES tells of one of our mails; None when it tells something else."""
    try:
        told = json.loads(str(posted.get("Message", "")))
    except ValueError:
        return None
    if not isinstance(told, dict):
        return None
    kind = KINDS.get(str(told.get("eventType") or told.get("notificationType")).lower())
    uid = _uid_of(told.get("mail"))
    if kind is None or uid is None:
        return None
    if kind is FeedbackKind.BOUNCED and told.get("bounce", {}).get("bounceType") == "Transient":
        kind = FeedbackKind.DELAYED
    return Report(uid=uid, kind=kind, event_id=str(posted.get("MessageId"))[:200], detail=_detail(told))


def _uid_of(mail: Any) -> UUID | None:
    """By the tag that the sender set, else by the return path."""
    if not isinstance(mail, dict):
        return None
    tags = mail.get("tags")
    tagged = tags.get("delivery", []) if isinstance(tags, dict) else []
    found = UID.search(" ".join(map(str, [*tagged, mail.get("source", "")])))
    return UUID(found.group()) if found else None


def _detail(told: dict[str, Any]) -> str:
    recipients = told.get("bounce", {}).get("bouncedRecipients") or [{}]
    first = recipients[0]
    return f"{first.get('status', '')} {first.get('diagnosticCode', '')}".strip()[:LONGEST_DETAIL]


def _algorithm(version: str) -> hashes.HashAlgorithm:
    if version == "1":
        return hashes.SHA1()
    if version == "2":
        return hashes.SHA256()
    raise SnsRefused(f"A signature of version {version!r}.")
