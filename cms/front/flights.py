"""One thread makes a page while the others wait for it."""

import threading

from cms.front.addresses import Key

PATIENCE_SECONDS = 10.0


class Flights:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flying: dict[Key, threading.Event] = {}

    def start(self, key: Key) -> threading.Event | None:
        """None: it is the caller's to make. Else what tells when the one who is at it has ended."""
        with self._lock:
            running = self._flying.get(key)
            if running is None:
                self._flying[key] = threading.Event()
            return running

    def land(self, key: Key) -> None:
        with self._lock:
            ended = self._flying.pop(key)
        ended.set()
