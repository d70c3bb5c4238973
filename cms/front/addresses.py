"""Which requests may be answered from memory, and by what they are told apart."""

import io
import re
import sys
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve
from django.utils import translation

Environ = dict[str, Any]
LONGEST_QUERY = 1_000
LONGEST_PATH = 400
MOST_FIELDS = 60
PORTS = {"http": "80", "https": "443"}


class Key(NamedTuple):
    """All that Django gets to know of a request whose answer is kept."""

    scheme: str
    host: str
    path: str
    query: str


def key_of(environ: Environ) -> Key | None:
    """None: this one goes past the cache, whole."""
    path: str = environ["PATH_INFO"]
    if not path.startswith(_prefixes()) or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return None
    if "HTTP_AUTHORIZATION" in environ or environ.get("SCRIPT_NAME") or len(path) > LONGEST_PATH:
        return None
    cookie = environ.get("HTTP_COOKIE")
    if cookie and _is_personal(cookie):
        return None
    host = known_host(environ.get("HTTP_HOST", ""))
    query = environ.get("QUERY_STRING", "")
    canonical = canonical_query(path, query) if query else ""
    return None if host is None or canonical is None else Key(_scheme(environ), host, path, canonical)


@lru_cache(maxsize=1)
def _prefixes() -> tuple[str, ...]:
    return tuple(f"/{code}/" for code, _name in settings.LANGUAGES)


def _is_personal(cookie: str) -> bool:
    """Generous: a cookie that only looks like one of these costs a rendering, and leaks nothing."""
    return settings.SESSION_COOKIE_NAME in cookie or "messages" in cookie


def _scheme(environ: Environ) -> str:
    """As the proxy says it where there is one, and never anything but these two."""
    trusted = settings.SECURE_PROXY_SSL_HEADER
    if trusted is not None and trusted[0] in environ:
        return "https" if environ[trusted[0]].split(",")[0].strip() == trusted[1] else "http"
    return "https" if environ.get("wsgi.url_scheme") == "https" else "http"


@lru_cache(maxsize=512)
def known_host(host: str) -> str | None:
    """In small letters; None for what Django would refuse."""
    domain, _port = split_domain_port(host)
    return host.lower() if domain and validate_host(domain, settings.ALLOWED_HOSTS) else None


@lru_cache(maxsize=4096)
def canonical_query(path: str, query: str) -> str | None:
    """The known fields in order; what the page does not know is dropped. None: this is nothing to keep."""
    known = known_fields(path)
    if known is None or len(query) > LONGEST_QUERY or not query.isascii():
        return None
    try:
        fields = parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except (ValueError, UnicodeDecodeError):
        return None
    kept = [(name, value) for name, value in fields if name in known]
    if not all(known[name].fullmatch(value) for name, value in kept):
        return None
    return urlencode(sorted(kept, key=lambda field: field[0]))


def known_fields(path: str) -> Mapping[str, re.Pattern[str]] | None:
    """Of the public page at this path; None where there is no page that may be kept."""
    name = view_name(path)
    return {} if name == "" else _public().get(name)


@lru_cache(maxsize=4096)
def view_name(path: str) -> str:
    """Of the view that answers; empty where none does, which Django says with its own page."""
    try:
        decoded = path.encode("latin-1").decode()
        with translation.override(decoded[1:].partition("/")[0]):
            return resolve(decoded).view_name
    except (Resolver404, UnicodeError):
        return ""


@lru_cache(maxsize=1)
def _public() -> dict[str, dict[str, re.Pattern[str]]]:
    return {
        view: {field: re.compile(pattern) for field, pattern in fields.items()}
        for view, fields in settings.PUBLIC_VIEWS.items()
    }


def environ_of(key: Key) -> Environ:
    """A request for this key and nothing else: what is not in the key cannot poison the answer."""
    domain, port = split_domain_port(key.host)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": key.path,
        "QUERY_STRING": key.query,
        "SERVER_NAME": domain,
        "SERVER_PORT": port or PORTS[key.scheme],
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": key.host,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": key.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
