"""What every chore does with the things that are due."""

import pytest

from cms.chores import try_each


def test_everything_due_is_done_and_counted() -> None:
    done: list[str] = []

    assert try_each(["a", "b"], done.append, what="Letters") == 2
    assert done == ["a", "b"]


def test_nothing_due_is_nothing_done() -> None:
    assert try_each([], print, what="Letters") == 0


def test_one_that_breaks_holds_up_no_other_and_is_told() -> None:
    done: list[int] = []

    def halve(number: int) -> None:
        done.append(12 // number)

    with pytest.raises(ExceptionGroup, match="Numbers that could not be halved") as broken:
        try_each([3, 0, 4], halve, what="Numbers that could not be halved")

    assert done == [4, 3]
    assert [type(error) for error in broken.value.exceptions] == [ZeroDivisionError]


def test_a_worker_that_is_stopped_stops_at_once() -> None:
    done: list[int] = []

    def stop(number: int) -> None:
        done.append(number)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        try_each([1, 2], stop, what="Numbers")

    assert done == [1]
