"""What every chore of the worker does with the things that are due: all are tried, whatever becomes of one."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Due = TypeVar("Due")


def try_each(due: Iterable[Due], act: Callable[[Due], object], *, what: str) -> int:
    """How many were done. One that breaks holds up no other: then an ExceptionGroup named `what` tells what broke.

    The one place below the worker that catches everything, because nobody can say beforehand what may break; nothing
    is swallowed: the worker logs the group, with its traces, and tries again at its next look.
    """
    done, broken = 0, []
    for one in due:
        try:
            act(one)
        except Exception as error:
            broken.append(error)
        else:
            done += 1
    if broken:
        raise ExceptionGroup(what, broken)
    return done
