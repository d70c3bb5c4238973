"""What every page asks again (the site, its menus, what is private), remembered under the generation.

    @memo
    def private_paths() -> tuple[str, ...]: ...

A memo takes plain values only, never a request: what is not among its arguments cannot leak into it. Inside a
transaction it is not used, because only the transaction sees its own writes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, ParamSpec, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections

from cms.front.generation import Age, watch
from cms.front.hearing import Proof, hearing, unheard, unprovable, used

P = ParamSpec("P")
T = TypeVar("T")
PLAIN = (str, int, bool, type(None), date, UUID)
MOST = 1024


class NotPlain(TypeError):
    """A memo was asked with something that it must not know."""


@dataclass(slots=True)
class Remembered(Generic[T]):
    value: T
    age: Age
    proof: Proof


class Memo(Generic[P, T]):
    """`ask` must answer with what nobody changes afterwards."""

    def __init__(self, ask: Callable[P, T]) -> None:
        self.ask = ask
        self._again: Callable[..., T] = ask
        self.kept: dict[tuple[object, ...], Remembered[T]] = {}

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        if kwargs or not all(isinstance(value, PLAIN) for value in args):
            raise NotPlain(f"{self.ask.__name__} remembers by plain values alone.")
        if connections[DEFAULT_DB_ALIAS].in_atomic_block:
            return self.ask(*args, **kwargs)
        found = self._fresh(args)
        if isinstance(found, Remembered):
            used(Use(self, args), found.proof.whole)
            return found.value
        return found

    def _fresh(self, args: tuple[object, ...]) -> Remembered[T] | T:
        """What is remembered; else the bare answer, when the data moved under the question."""
        age, kept = watch.current(), self.kept.get(args)
        if kept is not None and kept.age == age:
            return kept
        if kept is not None and age is not None and kept.age.hard == age.hard:
            with unheard():
                if kept.proof.holds():
                    kept.age = age
                    return kept
        return self._asked(args, age)

    def _asked(self, args: tuple[object, ...], age: Age | None) -> Remembered[T] | T:
        with hearing() as asked:
            value = self._again(*args)
        with unheard():
            proof = Proof.of(asked)
            settled = asked.provable and age is not None and watch.now() == age
        if not settled or age is None:
            unprovable()
            return value
        if len(self.kept) >= MOST:
            self.kept.clear()
        kept = self.kept[args] = Remembered(value=value, age=age, proof=proof)
        return kept

    def latest(self, *args: P.args, **_kwargs: P.kwargs) -> T | None:
        """What was remembered last, without asking whether it still holds; None if nothing is."""
        kept = self.kept.get(args)
        return None if kept is None else kept.value

    def digest(self, args: tuple[object, ...]) -> bytes:
        """Of what it is now; empty when that cannot be said, so that no page proves itself by it."""
        found = self._fresh(args)
        return found.proof.whole if isinstance(found, Remembered) else b""


@dataclass(frozen=True, slots=True)
class Use:
    """A page used this memo with these arguments."""

    memo: Memo[Any, Any]
    args: tuple[object, ...]

    def __call__(self) -> bytes:
        return self.memo.digest(self.args)


def memo(ask: Callable[P, T]) -> Memo[P, T]:
    return Memo(ask)
