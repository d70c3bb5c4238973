"""What is sent: encodings, tags, 304."""

import gzip
from typing import Any

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.front.answers import Answer, best_encoding

BODY = b"<p>Children have the right to be heard.</p>" * 40
HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Length", "9"),
    ("Cache-Control", "public"),
    ("Vary", "Cookie"),
    ("ETag", '"old"'),
    ("Content-Security-Policy", "default-src 'self'"),
)


def page(*, status: str = "200 OK", body: bytes = BODY) -> Answer:
    return Answer(status=status, headers=HEADERS, body=body)


def sent(answer: Answer, *, method: str = "GET", **headers: str) -> tuple[str, dict[str, str], bytes]:
    said: list[tuple[str, list[tuple[str, str]]]] = []
    environ: dict[str, Any] = {"REQUEST_METHOD": method, **{f"HTTP_{name}": value for name, value in headers.items()}}
    body = b"".join(answer.send(environ, lambda *given: said.append(given)))
    status, found = said[-1]
    assert len({name for name, _value in found}) == len(found)
    return status, dict(found), body


def test_a_page_is_sent_whole_to_a_client_that_accepts_no_encoding() -> None:
    status, headers, body = sent(page())

    assert (status, body) == ("200 OK", BODY)
    assert headers["Content-Length"] == str(len(BODY))
    assert headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert headers["Vary"] == "Accept-Encoding, Cookie"
    assert "Content-Encoding" not in headers


@pytest.mark.parametrize(("accepted", "read"), [("br, gzip", brotli.decompress), ("gzip", gzip.decompress)])
def test_a_page_is_compressed_as_the_client_can_read_it(accepted: str, read: Any) -> None:
    _status, headers, body = sent(page(), ACCEPT_ENCODING=accepted)

    assert headers["Content-Encoding"] == accepted.split(",")[0]
    assert headers["Content-Length"] == str(len(body))
    assert read(body) == BODY


def test_the_same_page_is_compressed_to_the_same_bytes_at_any_time() -> None:
    first, second = (sent(page(), ACCEPT_ENCODING="gzip") for _ in range(2))

    assert first == second


def test_what_is_short_is_not_compressed() -> None:
    _status, headers, body = sent(page(body=b"short"), ACCEPT_ENCODING="br")

    assert (body, headers.get("Content-Encoding")) == (b"short", None)


def test_each_encoding_has_a_tag_of_its_own() -> None:
    answer = page()

    tags = {sent(answer, ACCEPT_ENCODING=accepted)[1]["ETag"] for accepted in ("", "br", "gzip")}

    assert len(tags) == 3


@pytest.mark.parametrize("form", ["{tag}", "W/{tag}", '"other", {tag}', '"other", W/{tag}', "*"])
def test_whoever_has_the_page_already_is_told_so(form: str) -> None:
    answer = page()
    tag = sent(answer, ACCEPT_ENCODING="br")[1]["ETag"]

    status, headers, body = sent(answer, ACCEPT_ENCODING="br", IF_NONE_MATCH=form.format(tag=tag))

    assert (status, body) == ("304 Not Modified", b"")
    assert headers == {
        "ETag": tag,
        "Cache-Control": "public, max-age=0, must-revalidate",
        "Vary": "Accept-Encoding, Cookie",
        "Content-Security-Policy": "default-src 'self'",
    }


@pytest.mark.parametrize("asked", ['"other"', "W/", ""])
def test_whoever_has_another_page_gets_this_one(asked: str) -> None:
    status, _headers, body = sent(page(), IF_NONE_MATCH=asked)

    assert (status, body) == ("200 OK", BODY)


def test_a_page_that_does_not_exist_is_never_not_modified() -> None:
    status, headers, _body = sent(page(status="404 Not Found"), IF_NONE_MATCH="*")

    assert status == "404 Not Found"
    assert "ETag" not in headers


def test_head_has_the_headers_of_get_and_no_body() -> None:
    answer = page()

    status, headers, body = sent(answer, method="HEAD", ACCEPT_ENCODING="br")

    assert (status, body) == ("200 OK", b"")
    assert headers == sent(answer, ACCEPT_ENCODING="br")[1]


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0, gzip;q=0", ""),
        ("*", "br"),
        ("*;q=0", ""),
        ("identity", ""),
        ("BR", "br"),
        ("br;q=nonsense", ""),
        ("br; q=0.5", "br"),
    ],
)
def test_the_encoding_is_the_best_that_is_accepted(accepted: str, chosen: str) -> None:
    assert best_encoding(accepted) == chosen


@given(st.text(max_size=60))
def test_no_header_breaks_the_choice_of_an_encoding(accepted: str) -> None:
    assert best_encoding(accepted) in {"", "br", "gzip"}
