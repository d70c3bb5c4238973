"""Reading the mails that come back: delivery reports (RFC 3464) and complaints (RFC 5965)."""

import hashlib
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from uuid import UUID

from members.delivery.rules.feedback import FeedbackKind, Report

UID = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f])", re.I)
KINDS = {
    "failed": FeedbackKind.BOUNCED,
    "delayed": FeedbackKind.DELAYED,
    "delivered": FeedbackKind.DELIVERED,
}
LONGEST_DETAIL = 500


def return_path(uid: UUID, *, domain: str) -> str:
    """Where the report of this one mail comes back to: the address itself says which mail it was."""
    return f"b+{uid.hex}@{domain}"


def read_report(raw: bytes) -> Report | None:
    """What a mail to a return path reports; None when it is no report, or of no mail that could be ours."""
    message = BytesParser(policy=compat32).parsebytes(raw)
    uid = next(_uids(message), None)
    if uid is None:
        return None
    event_id = _event_id(message, raw)
    if any(part.get_content_type() == "message/feedback-report" for part in message.walk()):
        return Report(uid=uid, kind=FeedbackKind.COMPLAINED, event_id=event_id, detail="The reader complained.")
    fields = next(_status_fields(message), None)
    kind = KINDS.get(_value(fields, "Action").lower()) if fields is not None else None
    if fields is None or kind is None:
        return None
    said = f"{_value(fields, 'Status')} {_value(fields, 'Diagnostic-Code')}".strip()
    return Report(uid=uid, kind=kind, event_id=event_id, detail=said[:LONGEST_DETAIL])


def _event_id(message: Message, raw: bytes) -> str:
    return hashlib.sha256((_value(message, "Message-ID") or "").encode("utf-8", "replace") or raw).hexdigest()


def _uids(message: Message) -> Iterator[UUID]:
    """The envelope's id, the returned mail's Message-ID, the return path: whichever stands there first."""
    for part in message.walk():
        for name in ("Original-Envelope-Id", "Delivered-To", "X-Original-To", "To"):
            yield from _found(_value(part, name))
        if part is not message:
            yield from _found(_value(part, "Message-ID"))
        if part.get_content_type() == "text/rfc822-headers":
            yield from _found(_returned(part))


def _returned(part: Message) -> str:
    payload = part.get_payload(decode=True)
    returned = BytesParser(policy=compat32).parsebytes(payload if isinstance(payload, bytes) else b"")
    return _value(returned, "Message-ID")


def _found(text: str) -> Iterator[UUID]:
    yield from (UUID(match) for match in UID.findall(text))


def _status_fields(message: Message) -> Iterator[Message]:
    """The groups of fields of a delivery report that speak of a recipient; the first group speaks of the mail."""
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            groups = part.get_payload()
            yield from (one for one in groups if isinstance(one, Message) and "Action" in one)


def _value(fields: Message, name: str) -> str:
    return " ".join(str(fields.get(name, "")).split())
