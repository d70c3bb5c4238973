"""One mail as the bytes that go over the wire."""

import re
from binascii import b2a_qp
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.utils import format_datetime, formataddr, parseaddr
from html import escape
from uuid import UUID

from members.delivery.rules.recipients import ascii_address, must_fit_a_header

LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, kw_only=True)
class Letter:
    """Everything that one reader's mail is made of. `stop_address` is empty where the stream cannot be stopped."""

    uid: UUID
    from_address: str
    to_address: str
    to_name: str
    subject: str
    text: str
    html: str
    language: str
    dated_at: datetime
    reply_to: str = ""
    stop_address: str = ""
    return_path: str = ""
    corrects: UUID | None = None

    @property
    def envelope_sender(self) -> str:
        return self.return_path or self.author

    @property
    def author(self) -> str:
        return parseaddr(self.from_address)[1]

    @property
    def wire_address(self) -> str:
        return ascii_address(self.to_address)

    @property
    def message_id(self) -> str:
        """The same for every attempt, so that a relay or a reader can see that it is the same mail."""
        return self._id_of(self.uid)

    @property
    def corrected_id(self) -> str:
        """The Message-ID of the mail that this one corrects; empty when it corrects none."""
        return self._id_of(self.corrects) if self.corrects else ""

    def _id_of(self, uid: UUID) -> str:
        return f"<{uid}@{self.author.rpartition('@')[2]}>"


def composed(letter: Letter) -> bytes:
    """RFC 5322 with CRLF line ends, seven bits wide, not yet dot-stuffed."""
    head = "".join(f"{name}: {value}\r\n" for name, value in _headers(letter))
    return (head + "\r\n").encode("ascii") + _body(letter)


def _headers(letter: Letter) -> list[tuple[str, str]]:
    headers = [
        ("From", _mailbox(*parseaddr(letter.from_address))),
        ("To", _mailbox(letter.to_name, letter.wire_address)),
        ("Subject", _encoded(letter.subject)),
        ("Date", format_datetime(letter.dated_at)),
        ("Message-ID", letter.message_id),
        ("Content-Language", letter.language),
        ("Auto-Submitted", "auto-generated"),
        ("MIME-Version", "1.0"),
        ("Content-Type", _content_type(letter)),
    ]
    if not letter.html:
        headers.append(("Content-Transfer-Encoding", "quoted-printable"))
    return headers + _optional_headers(letter)


def _optional_headers(letter: Letter) -> list[tuple[str, str]]:
    headers = []
    if letter.corrected_id:
        headers += [("In-Reply-To", letter.corrected_id), ("References", letter.corrected_id)]
    if letter.reply_to:
        must_fit_a_header(letter.reply_to)
        headers.append(("Reply-To", letter.reply_to))
    if letter.stop_address:
        # One line: some clients do not unfold it (delivery.md, "Around it").
        headers.append(("List-Unsubscribe", f"<{letter.stop_address}>"))
        headers.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return headers


def _content_type(letter: Letter) -> str:
    if letter.html:
        return f'multipart/alternative; boundary="{_boundary(letter)}"'
    return "text/plain; charset=utf-8"


def _boundary(letter: Letter) -> str:
    # Quoted-printable never writes "=_", so no body can hold its own boundary.
    return f"=_{letter.uid.hex}"


def _body(letter: Letter) -> bytes:
    text = _quoted(_own(letter.text, name=letter.to_name, stop=letter.stop_address))
    if not letter.html:
        return text
    html = _quoted(_own(letter.html, name=escape(letter.to_name), stop=escape(letter.stop_address)))
    mark = _boundary(letter).encode()
    return _part(mark, kind="plain", body=text) + _part(mark, kind="html", body=html) + b"--" + mark + b"--\r\n"


def _part(mark: bytes, *, kind: str, body: bytes) -> bytes:
    head = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    # The line break before a boundary belongs to the boundary (RFC 2046 §5.1.1).
    return b"--" + mark + b"\r\n" + head.encode() + body + b"\r\n"


def _own(frozen: str, *, name: str, stop: str) -> str:
    return frozen.replace("[[name]]", name).replace("[[stop]]", stop)


def _quoted(text: str) -> bytes:
    lines = LINE_BREAK.sub("\r\n", text.rstrip("\r\n") + "\n")
    return b2a_qp(lines.encode(), istext=True)


def _mailbox(name: str, address: str) -> str:
    must_fit_a_header(name)
    must_fit_a_header(address)
    return formataddr((name, address), charset="utf-8")


def _encoded(text: str) -> str:
    must_fit_a_header(text)
    if text.isascii() and len(text) < 70:
        return text
    return Header(text, "utf-8", header_name="Subject").encode(linesep="\r\n")
