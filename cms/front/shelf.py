"""What is kept, by bytes: what nobody asked for since it was last passed over goes first."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

from cms.front.addresses import Key
from cms.front.answers import Answer
from cms.front.generation import Age
from cms.front.hearing import Proof

LIFE_SECONDS = 300.0
LIFE_OF_A_404_SECONDS = 10.0


@dataclass(slots=True)
class Entry:
    """An answer, the age at which it was last known to be true, and its proof."""

    answer: Answer
    age: Age
    proof: Proof
    until: float
    seen_at: float = float("-inf")  # when it was known to be fresh
    asked_for: bool = True
    size: int = 0


class Shelf:
    def __init__(self, most_bytes: int) -> None:
        self.most_bytes, self.bytes = most_bytes, 0
        self.entries: OrderedDict[Key, Entry] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Entry | None:
        return self.entries.get(key)

    def put(self, key: Key, entry: Entry) -> None:
        # Room for one compressed body is counted beforehand: it is made when first asked for.
        entry.size = entry.answer.size + len(entry.answer.body) // 3 + entry.proof.size
        with self._lock:
            self._remove(key)
            self.entries[key] = entry
            self.bytes += entry.size
            while self.bytes > self.most_bytes and len(self.entries) > 1:
                self._make_room()

    def forget(self, key: Key) -> None:
        with self._lock:
            self._remove(key)

    def _remove(self, key: Key) -> None:
        gone = self.entries.pop(key, None)
        if gone is not None:
            self.bytes -= gone.size

    def _make_room(self) -> None:
        """The oldest goes, unless it was asked for: then it has a second chance."""
        key, entry = next(iter(self.entries.items()))
        if entry.asked_for:
            entry.asked_for = False
            self.entries.move_to_end(key)
        else:
            self._remove(key)
