"""The callable that stands before Django."""

from collections import OrderedDict
from collections.abc import Iterable
from time import monotonic

from django.db import DatabaseError

from cms.front.addresses import Environ, Key, key_of, known_fields
from cms.front.answers import Answer, StartResponse
from cms.front.flights import PATIENCE_SECONDS, Flights
from cms.front.generation import Age, watch
from cms.front.rendering import Application, rendered
from cms.front.shelf import Entry, Shelf

# While one thread makes the page anew, the others may have what was known to be true so lately.
STILL_GOOD_SECONDS = 0.4
MOST_PASSING = 4_096


class Front:
    """Answers from memory what Django would answer now; all else goes to Django, whole."""

    def __init__(self, application: Application, *, most_bytes: int) -> None:
        self.application = application
        self.shelf = Shelf(most_bytes)
        self.flights = Flights()
        self.passing: OrderedDict[Key, Age] = OrderedDict()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = key_of(environ)
        if key is None:
            return self.application(environ, start_response)
        age, entry = watch.current(), self.shelf.entries.get(key)
        if entry is not None and entry.age == age and monotonic() < entry.until:
            entry.asked_for, entry.seen_at = True, watch.looked_at
            return entry.answer.send(environ, start_response)
        answer = self._answer(key, age)
        if answer is None:
            return self.application(environ, start_response)
        return answer.send(environ, start_response)

    def _answer(self, key: Key, age: Age | None) -> Answer | None:
        """None: past the cache."""
        if age is None or self.passing.get(key) == age or known_fields(key.path) is None:
            return None
        running = self.flights.start(key)
        if running is None:
            try:
                return self._made(key)
            finally:
                self.flights.land(key)
        entry = self.shelf.get(key)
        if entry is not None and monotonic() - entry.seen_at < STILL_GOOD_SECONDS:
            return entry.answer
        running.wait(PATIENCE_SECONDS)
        found = self.shelf.get(key)
        return found.answer if found is not None and self._is_fresh(found) else None

    def _is_fresh(self, entry: Entry) -> bool:
        return entry.age == watch.current() and monotonic() < entry.until

    def _made(self, key: Key) -> Answer | None:
        """What is kept, if it proves itself; else made anew."""
        entry = self.shelf.get(key)
        if entry is not None and self._proves_itself(entry):
            return entry.answer
        made = rendered(self.application, key)
        if made is None:
            self.shelf.forget(key)
            self._pass(key)
            return None
        if made.entry is not None:
            self.shelf.put(key, made.entry)
        return made.answer

    def _proves_itself(self, entry: Entry) -> bool:
        age = watch.current()
        if age is None or age.hard != entry.age.hard or monotonic() >= entry.until:
            return False
        looked_at = watch.looked_at
        try:
            if entry.age != age and not entry.proof.holds():
                return False
        except DatabaseError:
            return False
        entry.age, entry.seen_at, entry.asked_for = age, looked_at, True
        return True

    def _pass(self, key: Key) -> None:
        """Until something is written, this key goes straight to Django."""
        age = watch.current()
        if age is None:
            return
        self.passing[key] = age
        while len(self.passing) > MOST_PASSING:
            self.passing.popitem(last=False)
