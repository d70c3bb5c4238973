"""Whatever an address says, the API answers 200, 400, 404 or 422 in its own words, and gives nothing private away."""

import base64
import json
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import cast

import pytest
from django.db.models import Q
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from ninja.errors import HttpError
from wagtail.models import PageViewRestriction

from cms.api.v1 import LAST_ROW, after, cursor_after
from cms.models import CaseStudyPage
from tests.factories.cms import case_study
from tests.site import SiteRoot

ROOT = "/api/content/v1/"


def cursor(plain: str) -> str:
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


@given(st.datetimes(timezones=st.just(UTC)), st.integers(1, LAST_ROW))
def test_a_cursor_that_was_given_out_is_understood(moment: datetime, number: int) -> None:
    page = cast(CaseStudyPage, SimpleNamespace(first_published_at=moment, pk=number))

    assert after(cursor_after(page)) == Q(first_published_at__lt=moment) | Q(first_published_at=moment, pk__lt=number)


@given(st.text(max_size=60))
def test_any_other_cursor_is_refused_in_words(text: str) -> None:
    for guess in (text, cursor(text.encode("utf-8", "ignore").decode())):
        try:
            understood = after(guess)
        except HttpError as refusal:
            assert (refusal.status_code, str(refusal)) == (
                422,
                "The value of “after” is none that this API gave out.",
            )
        else:
            assert isinstance(understood, Q)


@pytest.mark.parametrize(
    "plain",
    ["2026-06-10|0", "2026-06-10|-1", f"2026-06-10|{LAST_ROW + 1}", "0001-01-01T00:00:00+23:59|1", "soon|1", "|", "|1"],
)
def test_a_cursor_out_of_bounds_is_refused(plain: str) -> None:
    with pytest.raises(HttpError):
        after(cursor(plain))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked",
    [
        {"path": "/en/../../etc/passwd"},
        {"path": "//evil.example/"},
        {"path": "/en/" + "a" * 600},
        {"path": "/en/%00/"},
        {"path": "en/"},
        {"path": "/en/case-studies/' OR 1=1 --/"},
    ],
)
def test_no_path_is_an_error_of_ours(site_root: SiteRoot, client: Client, asked: dict[str, str]) -> None:
    response = client.get(f"{ROOT}pages/", asked)

    assert response.status_code in {400, 404, 422}
    assert json.loads(response.content)["detail"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked",
    [
        {"country": "' OR 1=1"},
        {"theme": "a" * 41},
        {"stage": "é\u202e"},
        {"article": "-1"},
        {"limit": "1e3"},
        {"limit": "-1"},
        {"after": "a" * 201},
    ],
)
def test_no_condition_is_an_error_of_ours(site_root: SiteRoot, client: Client, asked: dict[str, str]) -> None:
    case_study(site_root)

    response = client.get(f"{ROOT}case-studies/", asked)

    assert response.status_code in {200, 400, 422}
    assert response.status_code == 422 or json.loads(response.content)["items"] == []


@pytest.mark.django_db
def test_a_character_that_no_database_keeps_is_refused_before_any_is_asked(site_root: SiteRoot, client: Client) -> None:
    answers = [
        client.get(f"{ROOT}pages/", {"path": "/\x00/"}).status_code,
        client.get(f"{ROOT}case-studies/", {"country": "\x00"}).status_code,
    ]

    assert answers == [400, 400]


@pytest.mark.django_db
def test_a_closed_page_leaks_through_no_translation_no_parent_and_no_total(site_root: SiteRoot, client: Client) -> None:
    english = case_study(site_root, title="Open")
    french = case_study(site_root, title="Secret", language="fr", translation_key=english.translation_key)
    PageViewRestriction.objects.create(page=french, restriction_type=PageViewRestriction.LOGIN)

    answers = [
        client.get(f"{ROOT}case-studies/"),
        client.get(f"{ROOT}case-studies/{english.pk}/"),
        client.get(f"{ROOT}pages/", {"path": english.get_url()}),
    ]

    assert [response.status_code for response in answers] == [200] * 3
    assert json.loads(answers[0].content)["total"] == 1
    assert all(b"Secret" not in response.content for response in answers)
