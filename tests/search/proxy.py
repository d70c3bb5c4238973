"""A door in front of a server that a test can shut: while it is shut nobody gets in, and who was in is thrown out."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Lock, Thread
from urllib.parse import urlsplit


class Door:
    """Passes bytes both ways between its own port and the server of `address`."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.behind = (parts.hostname or "127.0.0.1", parts.port or 80)
        self.lock = Lock()
        self.inside: set[socket.socket] = set()
        self.listener = self.listening(0)
        self.port: int = self.listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.wait()

    def listening(self, port: int) -> socket.socket:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(64)
        return listener

    def wait(self) -> None:
        Thread(target=self.let_in, args=(self.listener,), daemon=True).start()

    def let_in(self, listener: socket.socket) -> None:
        with suppress(OSError):  # the door was shut
            while True:
                guest, _address = listener.accept()
                host = socket.create_connection(self.behind)
                with self.lock:
                    self.inside |= {guest, host}
                for source, target in ((guest, host), (host, guest)):
                    Thread(target=self.pass_on, args=(source, target), daemon=True).start()

    def pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):  # either side may hang up
            while content := source.recv(65_536):
                target.sendall(content)
        for line in (source, target):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def shut(self) -> None:
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        with self.lock:
            for line in self.inside:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
                line.close()
            self.inside.clear()

    def open(self) -> None:
        self.listener = self.listening(self.port)
        self.wait()
