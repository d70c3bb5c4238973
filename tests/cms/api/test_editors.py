"""Wagtail's own API: for editors, and kept by no cache."""

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver

from tests.factories.accounts import StaffFactory
from tests.factories.cms import case_study
from tests.site import SiteRoot

ROOT = "/admin/api/v3/"


def addresses() -> list[str]:
    found = next(
        pattern
        for pattern in get_resolver().url_patterns
        if isinstance(pattern, URLResolver) and pattern.namespace == "wagtailapi_v3"
    )
    return [
        ROOT + str(pattern.pattern).replace("<page_id>", "1").replace("<int:page_id>", "1")
        for pattern in found.url_patterns
    ]


@pytest.mark.django_db
def test_nothing_of_it_answers_the_public(site_root: SiteRoot, client: Client) -> None:
    case_study(site_root, title="Public anyway")

    answers = {address: client.get(address) for address in addresses()}

    assert len(answers) > 5
    assert {address: response.status_code for address, response in answers.items() if response.status_code < 300} == {}
    assert all(b"Public anyway" not in response.content for response in answers.values())


@pytest.mark.django_db
def test_a_session_without_a_second_factor_gets_nowhere(site_root: SiteRoot, client: Client) -> None:
    case_study(site_root, title="Public anyway")
    client.force_login(StaffFactory())

    response = client.get(f"{ROOT}pages/")

    assert response.status_code in (302, 403)
    assert b"Public anyway" not in response.content
