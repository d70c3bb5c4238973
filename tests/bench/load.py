"""As many requests as a server answers, from a client that costs next to nothing.

Many lines are kept open, and on each a batch of the same request is sent in one piece (pipelining). All answers to it
are equally long, so the client counts bytes and reads no header: a batch costs it one `send` and a few `recv`.
"""

import selectors
import socket
import time
from dataclasses import dataclass

BATCH = 32
LINES = 8


class Unexpected(Exception):
    """The server answered something else than at first."""


@dataclass(frozen=True, kw_only=True)
class Round:
    """`client_share`: the part of the time in which this client used its processor."""

    requests: int
    seconds: float
    client_share: float

    @property
    def per_second(self) -> float:
        return self.requests / self.seconds


def request(path: str, *, host: str = "127.0.0.1") -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Accept-Encoding: gzip, deflate, br", "User-Agent: bench"]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def one_answer(address: tuple[str, int], asked: bytes) -> bytes:
    """Head and body of one answer."""
    with socket.create_connection(address, timeout=60) as line:
        line.sendall(asked)
        received = b""
        while b"\r\n\r\n" not in received:
            received += line.recv(65536)
        head, _, body = received.partition(b"\r\n\r\n")
        wanted = next(
            int(row.split(b":")[1]) for row in head.split(b"\r\n") if row.lower().startswith(b"content-length")
        )
        while len(body) < wanted:
            body += line.recv(65536)
    return head + b"\r\n\r\n" + body


def load(address: tuple[str, int], asked: bytes, *, seconds: float, batch: int = BATCH, lines: int = LINES) -> Round:
    """Raises Unexpected when an answer is no 200 or has another length than the first one."""
    first = one_answer(address, asked)
    if not first.startswith(b"HTTP/1.1 200"):
        raise Unexpected(first[:200])
    batches = _Batches(address, asked * batch, len(first) * batch, lines)
    began, cpu_began = time.monotonic(), time.process_time()
    try:
        while time.monotonic() - began < seconds:
            batches.turn()
        batches.drain()
        took, cpu = time.monotonic() - began, time.process_time() - cpu_began
    finally:
        batches.close()
    return Round(requests=batches.done * batch, seconds=took, client_share=cpu / took)


class _Batches:
    def __init__(self, address: tuple[str, int], asked: bytes, expected: int, lines: int) -> None:
        self.asked, self.expected, self.done = asked, expected, 0
        self.buffer = bytearray(1 << 20)
        self.selector = selectors.DefaultSelector()
        self.missing: dict[socket.socket, int] = {}
        for _ in range(lines):
            line = socket.create_connection(address, timeout=60)
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.selector.register(line, selectors.EVENT_READ)
            self._send(line)

    def _send(self, line: socket.socket) -> None:
        line.sendall(self.asked)
        self.missing[line] = self.expected

    def turn(self) -> None:
        for line in self._ended():
            self._send(line)

    def drain(self) -> None:
        while any(self.missing.values()):
            list(self._ended())

    def _ended(self) -> list[socket.socket]:
        """The lines whose batch has come in whole."""
        ended = []
        for key, _events in self.selector.select(timeout=60):
            line = key.fileobj
            assert isinstance(line, socket.socket)
            count = line.recv_into(self.buffer)
            self.missing[line] -= count
            if count == 0 or self.missing[line] < 0:
                raise Unexpected("An answer was shorter or longer than the first.")
            if self.missing[line] == 0:
                self.done += 1
                ended.append(line)
        return ended

    def close(self) -> None:
        for line in self.missing:
            line.close()
        self.selector.close()
