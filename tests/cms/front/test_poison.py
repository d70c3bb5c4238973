"""Who asks first and with evil in mind changes nothing for who asks next."""

import pytest
from django.test import override_settings

from cms.models import StandardPage
from tests.cms.front.conftest import Reader

pytestmark = pytest.mark.django_db

HOSTILE: list[dict[str, str]] = [
    {"HTTP_X_FORWARDED_HOST": "evil.example"},
    {"HTTP_FORWARDED": "host=evil.example;proto=https"},
    {"HTTP_X_ORIGINAL_URL": "/evil/"},
    {"HTTP_X_FORWARDED_PREFIX": "/evil"},
    {"HTTP_ACCEPT_LANGUAGE": "fr"},
    {"HTTP_COOKIE": "django_language=fr; csrftoken=evil"},
    {"HTTP_USER_AGENT": "evil"},
    {"HTTP_REFERER": "https://evil.example/"},
    {"HTTP_ACCEPT": "application/evil"},
    {"HTTP_RANGE": "bytes=0-3"},
    {"HTTP_IF_MODIFIED_SINCE": "Sun, 22 Nov 2099 06:00:00 GMT"},
    {"QUERY_STRING": "utm_source=evil&evil=1"},
    {"QUERY_STRING": "%00evil;evil=1&&=&"},
    {"SERVER_NAME": "evil.example", "SERVER_PORT": "666"},
    {"REMOTE_ADDR": "evil"},
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: next(iter(hostile)))
def test_who_asks_first_with_evil_in_mind_poisons_nothing(
    reader: Reader, water: StandardPage, hostile: dict[str, str]
) -> None:
    evil = reader.get("/en/water/", **hostile)
    good = reader.get("/en/water/")
    fresh = before_anything(reader).get("/en/water/")

    assert (good.status, good.body, good.headers) == (fresh.status, fresh.body, fresh.headers)
    assert "evil" not in good.text
    assert evil.status in (200, 400)


def before_anything(reader: Reader) -> Reader:
    reader.front.shelf.entries.clear()
    return reader


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver, evil.example", ""])
def test_a_host_that_is_not_ours_is_refused_and_kept_nowhere(reader: Reader, water: StandardPage, host: str) -> None:
    with override_settings(DEBUG=False):
        answer = reader.get("/en/water/", HTTP_HOST=host, SERVER_NAME="evil.example")

    assert answer.status == 400
    assert reader.front.shelf.entries == {}


@pytest.mark.parametrize(
    "path",
    ["//en/water/", "/en//water/", "/en/./water/", "/en/../en/water/", "/en/%2e%2e/", "/en/water/%00", "/en/\xff/"],
)
def test_no_strange_way_to_a_page_takes_its_place(reader: Reader, water: StandardPage, path: str) -> None:
    strange = reader.get(path)
    straight = reader.get("/en/water/")

    assert strange.status in (400, 404, 301)
    assert (straight.status, "Clear" in straight.text) == (200, True)
