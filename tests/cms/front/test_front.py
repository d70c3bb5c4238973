"""What may be kept, for whom, and how often it is made: with a Django of three lines in place of the real one."""

from collections.abc import Callable

import pytest
from django.db import connection

from cms.front import generation
from cms.front.generation import Age
from tests.cms.front.application import PUBLIC, Application, front
from tests.cms.front.conftest import tag

pytestmark = pytest.mark.usefixtures("committed")


def test_a_public_page_is_made_once() -> None:
    application = Application()
    reader = front(application)

    bodies = [reader.get("/en/").text for _ in range(5)]

    assert (bodies, application.made) == (["0 tags"] * 5, 1)


def test_it_is_made_again_when_what_it_shows_has_changed() -> None:
    application = Application()
    reader = front(application)
    reader.get("/en/")

    tag()

    assert (reader.get("/en/").text, application.made) == ("1 tags", 2)


def test_it_proves_itself_when_something_else_has_changed() -> None:
    application = Application()
    reader = front(application)
    reader.get("/en/")

    with connection.cursor() as cursor:
        cursor.execute("UPDATE cms_theme SET position = position")

    assert (reader.get("/en/").text, application.made) == ("0 tags", 1)


def test_no_proof_is_enough_after_a_change_of_the_site() -> None:
    application = Application()
    reader = front(application)
    reader.get("/en/")

    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_site SET port = port")

    assert (reader.get("/en/").text, application.made) == ("0 tags", 2)


@pytest.mark.parametrize(
    "application",
    [
        Application(headers=[]),
        Application(headers=[("Cache-Control", "private")]),
        Application(headers=[("Cache-Control", "no-store")]),
        Application(headers=[PUBLIC, ("Set-Cookie", "a=b")]),
        Application(headers=[PUBLIC, ("Vary", "Accept-Language")]),
        Application(headers=[PUBLIC, ("Vary", "Cookie, User-Agent")]),
        Application(headers=[PUBLIC, ("Vary", "*")]),
        Application(headers=[PUBLIC, ("Content-Security-Policy", "script-src 'nonce-abc'")]),
        Application(status="302 Found"),
        Application(status="500 Internal Server Error"),
        Application(status="503 Service Unavailable"),
        Application(status="206 Partial Content"),
        Application(length=1_000_001),
    ],
    ids=lambda application: f"{application.status} {application.headers}",
)
def test_what_is_not_the_same_for_everybody_is_not_kept(application: Application) -> None:
    reader = front(application)

    reader.get("/en/", HTTP_COOKIE="theme=dark")
    made, asked = application.made, len(reader.asked)
    reader.get("/en/")

    assert reader.front.shelf.entries == {}
    # At first by its key alone, then whole, as it was asked; later only whole, until something is written.
    assert (made, asked, application.made) == (2, 2, 3)


def test_what_does_not_exist_is_kept_for_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    application = Application(status="404 Not Found", headers=[])
    reader = front(application)

    statuses = [reader.get("/en/nowhere/").status for _ in range(3)]
    (entry,) = reader.front.shelf.entries.values()
    made = application.made
    monkeypatch.setattr("cms.front.front.monotonic", lambda: entry.until + 0.1)
    reader.get("/en/nowhere/")

    assert (statuses, made, application.made) == ([404] * 3, 1, 2)


def test_nothing_is_older_than_five_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some pages say how much time is left, and no SQL tells."""
    application = Application()
    reader = front(application)
    reader.get("/en/")
    (entry,) = reader.front.shelf.entries.values()

    monkeypatch.setattr("cms.front.front.monotonic", lambda: entry.until + 0.1)
    reader.get("/en/")

    assert application.made == 2


def test_a_page_that_reads_a_session_is_not_kept() -> None:
    def peeking() -> None:
        with connection.cursor() as cursor:
            cursor.execute('SELECT COUNT(*) FROM "django_session"')

    reader = front(Application(meanwhile=peeking))

    reader.get("/en/")

    assert reader.front.shelf.entries == {}


def writing(names: str) -> Callable[[], None]:
    """One row at each call, as long as there are names."""
    left = iter(names)

    def write() -> None:
        name = next(left, None)
        if name is not None:
            tag(name)

    return write


def test_an_answer_that_was_torn_is_for_nobody_else() -> None:
    """At each attempt something is written while it is made."""
    application = Application(meanwhile=writing("abcdef"))
    reader = front(application)

    answer = reader.get("/en/")

    assert answer.text == "2 tags"
    assert (reader.front.shelf.entries, application.made) == ({}, 3)


def test_what_is_written_while_a_page_is_made_is_in_the_page() -> None:
    application = Application(meanwhile=writing("a"))
    reader = front(application)

    assert [reader.get("/en/").text for _ in range(2)] == ["1 tags"] * 2
    assert application.made == 2


def test_when_the_database_does_not_say_django_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    application = Application()
    reader = front(application)
    reader.get("/en/")
    monkeypatch.setattr(generation, "look", lambda: None)
    generation.watch.expire()

    answers = [reader.get("/en/").text for _ in range(2)]

    assert (answers, application.made) == (["0 tags"] * 2, 3)


def test_languages_hosts_and_schemes_do_not_mix() -> None:
    application = Application()
    reader = front(application)
    asked = [
        reader.get("/en/"),
        reader.get("/fr/"),
        reader.get("/es/"),
        reader.get("/en/", HTTP_HOST="localhost"),
        reader.get("/en/", **{"wsgi.url_scheme": "https"}),
    ]

    assert application.made == len(asked) == len(reader.front.shelf.entries)


def test_what_is_not_kept_is_remembered_for_few_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.front.front.MOST_PASSING", 3)
    reader = front(Application(headers=[]))

    for number in range(10):
        reader.get(f"/en/{number}/")

    assert len(reader.front.passing) == 3
    assert set(reader.front.passing.values()) == {generation.look()}


def test_a_proof_that_cannot_be_asked_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    application = Application()
    reader = front(application)
    reader.get("/en/")
    (entry,) = reader.front.shelf.entries.values()
    entry.age = Age(n=entry.age.n - 1, hard=entry.age.hard)
    (question,) = entry.proof.questions
    monkeypatch.setattr("cms.front.hearing.digest_of", failing)

    assert question.sql.startswith("SELECT COUNT")
    assert reader.front._proves_itself(entry) is False


def failing(_questions: object) -> bytes:
    from django.db import OperationalError

    raise OperationalError("no such table")
