"""One SMTP connection in which the dot is a step of its own.

smtplib sends body and dot in one go, so it only connects, secures and signs in here; the rest is RFC 5321 by hand.
"""

import re
import select
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import Self
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from members.delivery.rules import Letter, Reply
from members.delivery.rules.replies import LOST

CONNECT_TIMEOUT = 60.0
# RFC 5321 §4.5.3.2.6: after the dot the relay may think for ten minutes.
PATIENCE = 600.0
LINE_START_DOT = re.compile(rb"(?m)^\.")


class RelayUnreachable(Exception):
    """The relay does not answer, or does not let us in."""


@dataclass(kw_only=True)
class SmtpRelay:
    client: smtplib.SMTP
    patience: float = PATIENCE

    @classmethod
    def open(cls, url: str) -> Self:
        """`smtp://user:password@host:port?starttls&patience=600`, or `smtps://…`; see `relay_options` too."""
        address = urlsplit(url)
        options = parse_qs(address.query, keep_blank_values=True)
        try:
            client = _connected(address, starttls="starttls" in options)
        except (OSError, smtplib.SMTPException) as error:
            raise RelayUnreachable(str(error)) from error
        return cls(client=client, patience=float(options.get("patience", [PATIENCE])[0]))

    def hand_over(self, letter: Letter, content: bytes) -> Reply | None:
        try:
            return self._envelope(letter) or self._body(content)
        except OSError:
            self.close()
            return LOST

    def has_spoken(self) -> bool:
        sock, lines = self.client.sock, self.client.file
        assert sock is not None and lines is not None
        try:
            is_readable = bool(select.select([sock], [], [], 0)[0])
            sock.settimeout(0)
            early = lines.peek(1)
        except ssl.SSLWantReadError:
            return False  # only TLS talking to itself (session tickets)
        except OSError:
            return True
        finally:
            sock.settimeout(CONNECT_TIMEOUT)
        return is_readable or bool(early)

    def finish(self) -> Reply:
        try:
            assert self.client.sock is not None
            self.client.sock.settimeout(self.patience)
            self.client.sock.sendall(b".\r\n")
            return self._reply()
        except OSError:
            return LOST

    def forget(self) -> None:
        with suppress(OSError):
            self._command("RSET")

    def close(self) -> None:
        self.client.close()

    def _envelope(self, letter: Letter) -> Reply | None:
        # The relay gives ENVID back in its report (RFC 3461 §4.4), so that it is found without reading the mail.
        asks = self.client.has_extn("dsn")
        mail = f" RET=HDRS ENVID={letter.uid.hex}" if asks else ""
        recipient = " NOTIFY=FAILURE" if asks else ""
        commands = [
            f"MAIL FROM:<{letter.envelope_sender}>{mail}",
            f"RCPT TO:<{letter.wire_address}>{recipient}",
        ]
        if self.client.has_extn("pipelining"):
            self._write("".join(f"{command}\r\n" for command in commands).encode("ascii"))
            replies = [self._reply() for _command in commands]
            return next((reply for reply in replies if not 200 <= reply.code < 300), None)
        for command in commands:
            reply = self._command(command)
            if not 200 <= reply.code < 300:
                return reply
        return None

    def _body(self, content: bytes) -> Reply | None:
        reply = self._command("DATA")
        if reply.code != 354:
            return reply
        self._write(LINE_START_DOT.sub(b"..", content))
        return None

    def _command(self, line: str) -> Reply:
        self._write(f"{line}\r\n".encode("ascii"))
        return self._reply()

    def _write(self, data: bytes) -> None:
        if self.client.sock is None:
            raise ConnectionError("The connection is closed.")
        self.client.sock.sendall(data)

    def _reply(self) -> Reply:
        """A reply counts only when it is whole: half a line may have been going to say anything."""
        said: list[str] = []
        assert self.client.file is not None
        while True:
            line = self.client.file.readline(8192)
            if not line.endswith(b"\n") or not line[:3].isdigit():
                raise ConnectionError("The connection was lost in the middle of a reply.")
            said.append(line[4:].decode("utf-8", "replace").strip())
            if line[3:4] != b"-":
                return Reply(code=int(line[:3]), text=" ".join(said))


def _connected(address: SplitResult, *, starttls: bool) -> smtplib.SMTP:
    host = address.hostname or "localhost"
    client = _dialled(host, address)
    client.ehlo()
    if starttls:
        client.starttls(context=ssl.create_default_context())
        client.ehlo()
    if address.username:
        client.login(unquote(address.username), unquote(address.password or ""))
    return client


def _dialled(host: str, address: SplitResult) -> smtplib.SMTP:
    if address.scheme == "smtps":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(host, address.port or 465, timeout=CONNECT_TIMEOUT, context=context)
    return smtplib.SMTP(host, address.port or 25, timeout=CONNECT_TIMEOUT)
