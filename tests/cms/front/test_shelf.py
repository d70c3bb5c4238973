"""Room is made by bytes, and what is asked for stays."""

from dataclasses import replace

from cms.front.addresses import Key
from cms.front.answers import Answer
from cms.front.generation import Age
from cms.front.hearing import Proof
from cms.front.shelf import Entry, Shelf

AGE = Age(n=1, hard=0)


def key(number: int) -> Key:
    return Key("http", "testserver", f"/en/{number}/", "")


def entry(kilobytes: int = 10) -> Entry:
    body = b"x" * 1000 * kilobytes
    answer = Answer(status="200 OK", headers=(), body=body)
    return Entry(answer=answer, age=AGE, proof=Proof(questions=(), digest=b""), until=0.0, asked_for=False)


def test_what_was_not_asked_for_again_goes_first() -> None:
    shelf = Shelf(most_bytes=50_000)
    for number in range(3):
        shelf.put(key(number), entry())
    shelf.entries[key(0)].asked_for = True

    shelf.put(key(3), entry())

    assert list(shelf.entries) == [key(2), key(0), key(3)] or list(shelf.entries) == [key(2), key(3), key(0)]


def test_it_never_holds_more_than_it_may() -> None:
    shelf = Shelf(most_bytes=60_000)

    for number in range(100):
        shelf.put(key(number), entry(kilobytes=number % 7 + 1))

    assert shelf.bytes <= 60_000
    assert shelf.bytes == sum(each.size for each in shelf.entries.values())


def test_a_page_that_is_put_again_takes_the_place_of_the_old_one() -> None:
    shelf = Shelf(most_bytes=1_000_000)

    for kilobytes in (10, 20):
        shelf.put(key(1), entry(kilobytes))

    assert len(shelf.entries) == 1
    assert shelf.bytes == shelf.entries[key(1)].size


def test_what_is_forgotten_takes_no_room() -> None:
    shelf = Shelf(most_bytes=1_000_000)
    shelf.put(key(1), entry())

    shelf.forget(key(1))
    shelf.forget(key(2))

    assert (shelf.bytes, shelf.get(key(1))) == (0, None)


def test_second_chances_end() -> None:
    """All were asked for, and still room is made."""
    shelf = Shelf(most_bytes=40_000)

    for number in range(10):
        shelf.put(key(number), replace(entry(), asked_for=True))

    assert 1 <= len(shelf.entries) < 10


def test_a_flood_of_pages_that_do_not_exist_drives_nothing_out() -> None:
    shelf = Shelf(most_bytes=100_000)
    for number in range(4):
        shelf.put(key(number), replace(entry(), asked_for=True))

    for number in range(100, 200):
        shelf.put(key(number), entry())
        for kept in range(4):
            shelf.entries[key(kept)].asked_for = True

    assert {key(number) for number in range(4)} <= set(shelf.entries)
