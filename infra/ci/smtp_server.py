"""An SMTP server that does on command what real ones do on bad days, and keeps what it accepted.

The beginning of a recipient's local part is the command, so that a test chooses the weather by the address alone:

    refuse…@  550 at RCPT: this address does not exist
    defer…@   451 at RCPT: try again later
    reject…@  554 after DATA: the message is unwanted
    stall…@   no answer after DATA until the client gives up
    drop…@    the connection breaks after DATA; the message is not kept
    lose…@    the message is kept, then the connection breaks before the answer: nobody can know

Accepted messages are appended to the spool, one JSON object a line: {"sender", "recipients", "message"}; `message` is
the raw message read as latin-1, which gives every byte back.
"""

import argparse
import asyncio
import json
import signal
import sys
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as MAIL_POLICY
from pathlib import Path
from typing import cast

from aiosmtpd.smtp import SMTP, Envelope, Session

STALL_SECONDS = 600
AT_RCPT = {"refuse": "550 5.1.1 No such address", "defer": "451 4.3.0 Try again later"}
AFTER_DATA = ("reject", "stall", "drop", "lose")


@dataclass(frozen=True, kw_only=True)
class Received:
    """One accepted message: the envelope's addresses, and the message as the reader's program sees it."""

    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage


def command_of(address: str) -> str:
    """The command at the beginning of the address, or nothing."""
    commands = (*AT_RCPT, *AFTER_DATA)
    return next((command for command in commands if address.lower().startswith(command)), "")


class Spool:
    """A file of accepted messages, one JSON object a line."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def keep(self, envelope: Envelope) -> None:
        raw = cast(bytes, envelope.original_content)
        line = {"sender": envelope.mail_from, "recipients": envelope.rcpt_tos, "message": raw.decode("latin-1")}
        with self.path.open("a") as file:
            file.write(json.dumps(line) + "\n")

    def received(self, *, after: int = 0) -> list[Received]:
        """The messages behind byte `after` of the file, oldest first."""
        if not self.path.exists():
            return []
        with self.path.open("rb") as file:
            file.seek(after)
            return [received(json.loads(line)) for line in file]

    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0


def received(line: dict[str, object]) -> Received:
    raw = str(line["message"]).encode("latin-1")
    message = message_from_bytes(raw, policy=MAIL_POLICY)
    recipients = tuple(cast(list[str], line["recipients"]))
    return Received(sender=str(line["sender"]), recipients=recipients, message=message)


class Weather:
    """The handler that aiosmtpd calls at each step of a conversation."""

    def __init__(self, spool: Spool) -> None:
        self.spool = spool

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        refusal = AT_RCPT.get(command_of(address))
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        commands = {command_of(address) for address in envelope.rcpt_tos}
        if "stall" in commands:
            await asyncio.sleep(STALL_SECONDS)
        if "reject" in commands:
            return "554 5.7.1 Unwanted"
        if "drop" not in commands:
            self.spool.keep(envelope)
        if commands & {"drop", "lose"} and isinstance(server.transport, asyncio.WriteTransport):
            server.transport.abort()
        return "250 2.0.0 Kept"


async def listen(spool: Spool, *, port: int) -> asyncio.Server:
    """A server on loopback, answering; port 0 lets the system choose one."""
    loop = asyncio.get_running_loop()
    return await loop.create_server(
        lambda: SMTP(Weather(spool), enable_SMTPUTF8=True, hostname="plenary.test"), host="127.0.0.1", port=port
    )


async def serve(spool: Spool, *, port: int) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    server = await listen(spool, port=port)
    address = server.sockets[0].getsockname()
    print(f"smtp://{address[0]}:{address[1]} keeps what it accepts in {spool.path}", flush=True)
    await stopped.wait()
    server.close()


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description="An SMTP server that can refuse, defer, reject, stall, drop and lose.")
    parser.add_argument("--port", type=int, default=12525)
    parser.add_argument("--spool", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    asyncio.run(serve(Spool(chosen.spool), port=chosen.port))


if __name__ == "__main__":
    main(sys.argv[1:])
