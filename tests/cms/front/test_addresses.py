"""What is told apart, what goes past, and what cannot poison."""

from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from cms.front import addresses
from cms.front.addresses import Key, canonical_query, environ_of, key_of, known_host

SEARCH = "/en/search/"


def environ(path: str = "/en/", query: str = "", **more: Any) -> dict[str, Any]:
    asked = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "testserver"}
    return {**asked, "wsgi.url_scheme": "http", **more}


def test_a_public_page_is_known_by_scheme_host_path_and_query() -> None:
    assert key_of(environ("/fr/a-propos/")) == Key("http", "testserver", "/fr/a-propos/", "")


@pytest.mark.parametrize(
    "more",
    [
        {"HTTP_X_FORWARDED_HOST": "evil.example"},
        {"HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        {"HTTP_FORWARDED": "host=evil.example"},
        {"HTTP_X_ORIGINAL_URL": "/admin/"},
        {"HTTP_X_REWRITE_URL": "/admin/"},
        {"HTTP_X_HTTP_METHOD_OVERRIDE": "POST"},
        {"HTTP_ACCEPT_LANGUAGE": "fr"},
        {"HTTP_ACCEPT": "application/json"},
        {"HTTP_USER_AGENT": "<script>"},
        {"HTTP_REFERER": "https://evil.example"},
        {"HTTP_COOKIE": "django_language=fr; theme=dark; csrftoken=x"},
        {"REMOTE_ADDR": "203.0.113.9"},
        {"SERVER_NAME": "evil.example"},
        {"SERVER_PORT": "1"},
    ],
)
def test_what_is_not_in_the_key_does_not_reach_django(more: dict[str, str]) -> None:
    plain, hostile = key_of(environ()), key_of(environ(**more))

    assert hostile == plain
    assert hostile is not None
    assert [value for value in environ_of(hostile).values() if value in more.values()] == []


@pytest.mark.parametrize(
    "asked",
    [
        environ(REQUEST_METHOD="POST"),
        environ(REQUEST_METHOD="PURGE"),
        environ(HTTP_AUTHORIZATION="Basic eDp5"),
        environ(HTTP_COOKIE="sessionid=abc"),
        environ(HTTP_COOKIE="a=b; sessionid=abc"),
        environ(HTTP_COOKIE="a=b,sessionid=abc"),
        environ(HTTP_COOKIE="messages=W1tdXQ"),
        environ(HTTP_HOST="evil.example"),
        environ(HTTP_HOST="testserver, evil.example"),
        environ(HTTP_HOST="testserver@evil.example"),
        environ(HTTP_HOST="testserver\r\nX: y"),
        environ(HTTP_HOST=""),
        environ(SCRIPT_NAME="/elsewhere"),
        environ("/"),
        environ("/admin/"),
        environ("/api/content/v1/"),
        environ("//en/"),
        environ("//evil.example/en/"),
        environ("/../en/"),
        environ("/EN/"),
        environ("/en"),
        environ("/english/"),
        environ("/en/" + "x" * 500),
    ],
)
def test_what_is_personal_or_strange_goes_past(asked: dict[str, Any]) -> None:
    assert key_of(asked) is None


def test_hosts_are_told_apart() -> None:
    keys = {key_of(environ(HTTP_HOST=host)) for host in ("testserver", "localhost", "localhost:8000", "LOCALHOST")}

    assert {key.host for key in keys if key} == {"testserver", "localhost", "localhost:8000"}


@override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
@pytest.mark.parametrize(
    ("said", "scheme"),
    [("https", "https"), ("http", "http"), ("gopher", "http"), ("https, http", "https"), ("", "http")],
)
def test_behind_a_proxy_the_scheme_is_the_readers(said: str, scheme: str) -> None:
    key = key_of(environ(HTTP_X_FORWARDED_PROTO=said))

    assert key is not None
    assert (key.scheme, environ_of(key)["wsgi.url_scheme"]) == (scheme, scheme)


def test_without_a_proxy_nobody_says_the_scheme_but_the_server() -> None:
    key = key_of(environ(HTTP_X_FORWARDED_PROTO="https"))

    assert key is not None
    assert key.scheme == "http"


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("q=school", "q=school"),
        ("utm_source=x&q=school&fbclid=y", "q=school"),
        ("theme=b&q=school&theme=a", "q=school&theme=b&theme=a"),
        ("page=2&q=a%20b", "page=2&q=a+b"),
        ("page=0", None),
        ("page=99999", None),
        ("page=1%0d%0a", None),
        ("q=" + "x" * 101, None),
        ("q=%00", None),
        ("q=%ff", None),
        ("q=é", None),
        ("theme=<script>", None),
        ("from=20201", None),
        ("from=2020&to=", "from=2020&to="),
        ("&".join(f"theme=t{n}" for n in range(200)), None),
        ("q=" + "%41" * 400, None),
        ("nonsense", ""),
        ("__proto__=1&Q=2", ""),
    ],
)
def test_a_query_is_told_apart_by_what_the_page_reads_of_it(query: str, canonical: str | None) -> None:
    assert canonical_query(SEARCH, query) == canonical


def test_a_page_is_asked_for_its_sheet_and_nothing_else() -> None:
    assert canonical_query("/en/news/", "page=2&q=school") == "page=2"


def test_a_page_that_may_not_be_kept_is_never_asked_with_less_than_was_asked() -> None:
    """Where to go after signing in is in the query, and a question without it is another one."""
    assert canonical_query("/en/accounts/login/", "next=/en/today/") is None


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=80))
def test_to_put_a_query_in_order_twice_is_to_put_it_in_order_once(query: str) -> None:
    once = canonical_query.__wrapped__(SEARCH, query)

    assert once is None or canonical_query.__wrapped__(SEARCH, once) == once


@given(st.lists(st.tuples(st.sampled_from(["q", "theme", "page", "x"]), st.from_regex(r"[1-9]{1,3}", fullmatch=True))))
def test_the_order_of_different_fields_changes_nothing(fields: list[tuple[str, str]]) -> None:
    def put(asked: list[tuple[str, str]]) -> str | None:
        return canonical_query.__wrapped__(SEARCH, "&".join(f"{name}={value}" for name, value in asked))

    by_name = sorted(fields, key=lambda field: field[0])

    assert put(fields) == put(by_name)
    assert {name for name, _value in parse_qsl(put(fields) or "")} <= {"q", "theme", "page"}


@given(st.text(max_size=40))
def test_no_host_that_django_would_refuse_is_known(host: str) -> None:
    assert known_host(host) is None or host.lower().split(":")[0] in {"testserver", "localhost", "127.0.0.1"}


def test_a_view_is_found_in_its_language() -> None:
    assert addresses.view_name("/fr/search/") == "search:studies"
    assert addresses.view_name("/fr/anything/at/all/") == "wagtail_serve"
    assert addresses.view_name("/fr/%2e%2e/") == ""
    assert addresses.view_name("/en/\xff/") == ""
