"""Many who ask at once: one page is made, and nobody waits for nothing."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from tests.cms.front.application import Application, front
from tests.cms.front.conftest import Reader, tag

pytestmark = pytest.mark.usefixtures("committed")


def test_many_who_ask_at_once_wait_for_one() -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slowly() -> None:
        inside.set()
        assert go_on.wait(10)

    application = Application(meanwhile=slowly)
    reader = front(application)
    texts: list[str] = []
    readers = [threading.Thread(target=ask, args=(reader, texts)) for _ in range(4)]
    readers[0].start()
    assert inside.wait(10)
    for each in readers[1:]:
        each.start()
    go_on.set()
    for each in readers:
        each.join()

    assert (texts, application.made) == (["0 tags"] * 4, 1)


def ask(reader: Reader, texts: list[str]) -> None:
    try:
        texts.append(reader.get("/en/").text)
    finally:
        connection.close()


def test_while_a_page_is_made_anew_others_have_what_was_true_just_now() -> None:
    application = Application()
    reader = front(application)
    reader.get("/en/")
    meanwhile: list[str] = []
    application.meanwhile = lambda: in_a_thread(lambda: ask(reader, meanwhile))
    reader.get("/en/")

    tag()
    new = reader.get("/en/").text

    assert (meanwhile, new) == (["0 tags"], "1 tags")


def in_a_thread(what: Callable[[], None]) -> None:
    thread = threading.Thread(target=what)
    thread.start()
    thread.join()


def test_what_was_true_too_long_ago_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.front.front.PATIENCE_SECONDS", 0.01)
    application = Application()
    reader = front(application)
    reader.get("/en/")
    meanwhile: list[str] = []
    application.meanwhile = lambda: in_a_thread(lambda: ask(reader, meanwhile)) if application.made == 2 else None
    tag()
    (entry,) = reader.front.shelf.entries.values()
    entry.seen_at = float("-inf")

    reader.get("/en/")

    # It waited in vain, and Django was asked.
    assert meanwhile == ["1 tags"]
