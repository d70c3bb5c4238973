"""A front of its own for each test, and the questions it asks Django."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection, connections
from pytest_django.plugin import DjangoDbBlocker
from taggit.models import Tag
from wagtail.models import Site

from cms.front import cache_keys, generation, tree
from cms.front.front import Front
from cms.front.statements import forget_marks
from cms.models import StandardPage
from governance.box.models import Slot
from members.accounts.models import User
from tests.bench.serving import Server, served
from tests.cms.front.processes import PROCESSES, address_of
from tests.site import SiteRoot

SOMEBODY, SLOT = "somebody@kite.example", "abcdefghij"
MEMOS = (tree.site_at, tree.homes_of, tree.privacy, cache_keys.mark_of_roots)


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Each test looks for the first time."""
    generation.watch.expire()
    for remembering in MEMOS:
        remembering.kept.clear()
    yield
    for remembering in MEMOS:
        remembering.kept.clear()


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Real commits, of few rows that are taken away again: to empty every table takes seconds."""
    with django_db_blocker.unblock():
        yield
        Tag.objects.all().delete()
        User.objects.filter(email=SOMEBODY).delete()
        Site.objects.update(site_name="")
        Slot.objects.filter(key=SLOT).delete()
        connections.close_all()


def tag(name: str = "water") -> Tag:
    """A row of a table that is watched, and that nothing else follows."""
    return Tag.objects.create(name=name, slug=name)


@dataclass
class Reader:
    """A client without a browser's habits. `asked` are the addresses that came through to Django."""

    front: Front
    asked: list[str] = field(default_factory=list)

    def get(self, path: str, query: str = "", *, method: str = "GET", **more: Any) -> "Received":
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "testserver",
            "REMOTE_ADDR": "203.0.113.7",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            **more,
        }
        said: list[tuple[str, list[tuple[str, str]]]] = []
        parts = self.front(environ, lambda status, headers, *_: said.append((status, headers)))
        body = b"".join(parts)
        getattr(parts, "close", lambda: None)()
        return Received(status=int(said[-1][0][:3]), headers=said[-1][1], body=body)


@dataclass(frozen=True)
class Received:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def __getitem__(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def cookies(self) -> SimpleCookie:
        return SimpleCookie("; ".join(value for key, value in self.headers if key.lower() == "set-cookie"))


def before(application: Callable[..., Any]) -> Reader:
    """A reader of a front before this application."""
    reader = Reader(front=Front(application, most_bytes=10_000_000))

    def noted(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        query = environ["QUERY_STRING"]
        reader.asked.append(environ["PATH_INFO"] + (f"?{query}" if query else ""))
        return application(environ, start_response)

    reader.front.application = noted
    return reader


@pytest.fixture
def reader() -> Iterator[Reader]:
    with reading() as reader:
        yield reader


@contextmanager
def reading() -> Iterator[Reader]:
    """A reader of the real Django; the test's transaction outlives its requests, as with Django's own client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield before(get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def as_committed() -> None:
    """A test's transaction counts once; here each step is one of its own."""
    forget_marks(connection)
    generation.watch.expire()


@pytest.fixture
def water(site_root: SiteRoot) -> StandardPage:
    home = site_root.home("en")
    made: StandardPage = home.add_child(
        instance=StandardPage(title="Water", slug="water", lede="Clear", locale=home.locale)
    )
    as_committed()
    return made


@pytest.fixture(scope="module")
def environment(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The tests' own database, as another process reaches it."""
    return {
        "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
        "DEBUG": "0",
        "VAR_DIR": str(tmp_path_factory.mktemp("front")),
        "DATABASE_URL": address_of("default"),
        "BOX_DATABASE_URL": address_of("box"),
        "ELASTICSEARCH_URL": "",
        "S3_ENDPOINT_URL": "",
        "REDIS_URL": "",
    }


@pytest.fixture(scope="module")
def servers(environment: dict[str, str]) -> Iterator[list[Server]]:
    with ExitStack() as stack:
        yield [
            stack.enter_context(served("cms.wsgi:application", environment=environment)) for _number in range(PROCESSES)
        ]
