"""The real pages through the front: what the anonymous share, and what nobody shares."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from cms.languages import translated
from cms.models import StandardPage
from tests.cms.front.conftest import Reader, Received, as_committed
from tests.factories.accounts import UserFactory
from tests.factories.network import harbour

pytestmark = pytest.mark.django_db


def is_from_memory(reader: Reader, *args: Any, **more: Any) -> bool:
    """Whether the second answer came without Django."""
    reader.get(*args, **more)
    asked = len(reader.asked)
    reader.get(*args, **more)
    return len(reader.asked) == asked


def test_a_page_is_sent_with_all_that_django_said_of_it(reader: Reader, water: StandardPage) -> None:
    first, second = (reader.get("/en/water/") for _ in range(2))

    assert (first.status, first.body, first.headers) == (second.status, second.body, second.headers)
    assert "Clear" in second.text
    assert second["Content-Language"] == "en"
    assert "default-src 'self'" in second["Content-Security-Policy"]
    assert second["X-Content-Type-Options"] == "nosniff"
    assert second["Vary"] == "Accept-Encoding, Cookie"


@pytest.mark.parametrize(
    "path",
    ["/en/", "/fr/", "/es/", "/en/water/", "/en/plan/children/", "/en/nowhere/", "/en/plan/", "/en/search/complete/"],
)
def test_public_pages_come_from_memory(reader: Reader, water: StandardPage, path: str) -> None:
    assert is_from_memory(reader, path)


@pytest.mark.parametrize("path", ["/", "/en/accounts/login/", "/en/today/", "/en/directory/", "/robots.txt"])
def test_all_else_does_not(reader: Reader, water: StandardPage, path: str) -> None:
    assert not is_from_memory(reader, path)


def test_no_cookie_is_ever_set_from_memory(reader: Reader, water: StandardPage) -> None:
    answers = [reader.get("/en/water/") for _ in range(2)]

    assert [list(answer.cookies) for answer in answers] == [[], []]


def test_who_is_signed_in_has_a_page_of_their_own(reader: Reader, water: StandardPage) -> None:
    session = signed_in()
    anonymous = reader.get("/en/water/")

    own = [reader.get("/en/water/", HTTP_COOKIE=f"sessionid={session}") for _ in range(2)]

    assert [answer["Cache-Control"] for answer in own] == ["private, no-store"] * 2
    assert own[0].body != anonymous.body
    assert reader.get("/en/water/").body == anonymous.body
    assert reader.asked.count("/en/water/") == 3


def signed_in() -> str:
    client = Client()
    client.force_login(UserFactory())
    as_committed()
    return client.session.session_key or ""


def test_who_was_signed_in_leaves_nothing_behind(reader: Reader, water: StandardPage) -> None:
    """The first to ask is a member."""
    reader.get("/en/water/", HTTP_COOKIE=f"sessionid={signed_in()}")

    assert "/accounts/login/" in reader.get("/en/water/").text


def test_a_session_that_is_over_is_still_nobody_elses(reader: Reader, water: StandardPage) -> None:
    answer = reader.get("/en/water/", HTTP_COOKIE=f"sessionid={SessionStore().session_key}")

    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD])
def test_a_private_page_is_kept_by_nobody(reader: Reader, water: StandardPage, kind: str) -> None:
    before = reader.get("/en/water/").text
    PageViewRestriction.objects.create(page=water, restriction_type=kind, password="open")
    as_committed()

    after = [reader.get("/en/water/") for _ in range(2)]

    assert "Clear" in before
    assert [("Clear" in answer.text, "no-store" in answer["Cache-Control"]) for answer in after] == [(False, True)] * 2


def test_what_is_below_a_private_page_is_private_too(reader: Reader, water: StandardPage) -> None:
    water.add_child(instance=StandardPage(title="Rain", slug="rain", lede="Soft", locale=water.locale))
    PageViewRestriction.objects.create(page=water, restriction_type=PageViewRestriction.LOGIN)
    as_committed()

    assert reader.get("/en/water/rain/").status == 302


def test_a_draft_is_seen_by_nobody(reader: Reader, water: StandardPage) -> None:
    reader.get("/en/water/")
    water.lede = "Muddy"
    water.save_revision()
    as_committed()

    assert "Clear" in reader.get("/en/water/").text
    assert reader.asked == ["/en/water/"]


def test_a_preview_is_never_kept(reader: Reader, water: StandardPage) -> None:
    """It is made from a request that looks like the page's own."""
    water.lede = "Muddy"
    preview = water.make_preview_request()

    assert "Muddy" in preview.content.decode()
    assert "public" not in preview.get("Cache-Control", "")
    assert "Clear" in reader.get("/en/water/").text


def published(water: StandardPage) -> None:
    water.lede = "Deep"
    water.save_revision().publish()


def planned(water: StandardPage) -> None:
    from cms.tasks import publish_due

    water.lede, water.go_live_at = "Deep", timezone.now() - timedelta(minutes=1)
    water.save_revision(approved_go_live_at=water.go_live_at)
    publish_due(timezone.now())


@pytest.mark.parametrize("change", [published, planned])
def test_what_is_published_is_said_at_once(
    reader: Reader, water: StandardPage, change: Callable[[StandardPage], None]
) -> None:
    reader.get("/en/water/")

    change(water)
    as_committed()

    assert "Deep" in reader.get("/en/water/").text


def test_what_is_unpublished_is_gone_at_once(reader: Reader, water: StandardPage) -> None:
    reader.get("/en/water/")

    water.unpublish()
    as_committed()

    assert reader.get("/en/water/").status == 404


def test_what_did_not_exist_a_moment_ago_is_there(reader: Reader, water: StandardPage) -> None:
    missing = reader.get("/en/water/rain/").status

    water.add_child(instance=StandardPage(title="Rain", slug="rain", locale=water.locale))
    as_committed()

    assert (missing, reader.get("/en/water/rain/").status) == (404, 200)


def test_a_redirect_takes_the_place_of_what_did_not_exist(reader: Reader, water: StandardPage) -> None:
    missing = reader.get("/en/rain/").status

    Redirect.objects.create(old_path="/en/rain", redirect_page=water)
    as_committed()

    assert (missing, reader.get("/en/rain/").status) == (404, 301)


def test_head_and_conditional_requests_are_answered_from_memory(reader: Reader, water: StandardPage) -> None:
    whole = reader.get("/en/water/")
    head = reader.get("/en/water/", method="HEAD")
    again = reader.get("/en/water/", HTTP_IF_NONE_MATCH=f"W/{whole['ETag']}")

    assert (head.status, head.body, head["Content-Length"]) == (200, b"", str(len(whole.body)))
    assert (again.status, again.body) == (304, b"")
    assert reader.asked == ["/en/water/"]


@pytest.mark.parametrize("path", ["/en/", "/fr/", "/en/water/", "/en/search/help/"])
def test_whoever_has_a_page_is_told_so_and_a_date_alone_proves_nothing(
    reader: Reader, water: StandardPage, path: str
) -> None:
    """A page can change twice in a second, which dates do not tell apart (cache.md)."""
    whole = reader.get(path)

    by_tag = reader.get(path, HTTP_IF_NONE_MATCH=whole["ETag"])
    by_date = reader.get(path, HTTP_IF_MODIFIED_SINCE="Fri, 01 Jan 2100 00:00:00 GMT")

    assert (by_tag.status, by_tag.body, by_tag["ETag"]) == (304, b"", whole["ETag"])
    assert (by_date.status, by_date.body) == (200, whole.body)
    assert whole["Last-Modified"] == ""


def test_post_goes_to_django(reader: Reader, water: StandardPage) -> None:
    reader.get("/en/water/")

    answer: Received = reader.get("/en/water/", method="POST", CONTENT_LENGTH="0")

    assert answer.status in (200, 403, 405)
    assert len(reader.asked) == 2


def test_every_page_shows_the_new_name_of_the_network(reader: Reader, water: StandardPage) -> None:
    """The second one has the old name from Django's cache, which no SQL would prove."""
    row = harbour()
    as_committed()
    before = [reader.get(path).text for path in ("/en/", "/en/water/")]

    row.short_name = translated(en="Haven")
    row.save()
    as_committed()

    after = [reader.get(path).text for path in ("/en/", "/en/water/")]
    assert ["Harbour" in page for page in before] == [True, True]
    assert ["Haven" in page for page in after] == [True, True]
