"""What the secretariat reads of the searching."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from search.models import SearchSum
from search.queries.sums import searched
from tests.factories.accounts import StaffFactory, UserFactory, sign_in_with_second_factor
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/searched/"


def asked(day: date, words: str, *, times: int, in_vain: int = 0) -> None:
    SearchSum.objects.create(day_on=day, language="en", mark=words, words=words, asked=times, in_vain=in_vain)


def test_thirty_days_are_summed_and_what_is_rare_has_no_words(now: object) -> None:
    day = date(2026, 6, 10)
    asked(day, "", times=40, in_vain=9)
    asked(day, "budget", times=6)
    asked(day - timedelta(days=29), "budget", times=5, in_vain=5)
    asked(day - timedelta(days=30), "budget", times=100)
    SearchSum.objects.create(day_on=day, language="en", mark="f00", asked=2)

    found = searched(on=day)

    assert (found.asked, found.in_vain, found.since_on) == (40, 9, date(2026, 5, 12))
    row = {"words": "budget", "language": "en", "asked_often": 11, "vain_often": 5}
    assert (found.frequent, found.wanted) == ([row], [row])


def test_the_secretariat_reads_what_is_asked_in_vain(client: Client, site_root: SiteRoot) -> None:
    asked(timezone.now().date(), "guardianship", times=7, in_vain=7)
    sign_in_with_second_factor(client, StaffFactory())

    content = client.get(REPORT).content.decode()

    assert "guardianship" in content
    assert "Asked and not found" in content
    assert REPORT in client.get("/admin/").content.decode()


def test_before_anything_was_asked_often_it_says_so(client: Client, site_root: SiteRoot) -> None:
    sign_in_with_second_factor(client, StaffFactory())

    content = client.get(REPORT).content.decode()

    assert "Every frequent question found something." in content
    assert "No question was asked often enough to be shown." in content


def test_a_member_and_a_stranger_do_not_read_it(client: Client, site_root: SiteRoot) -> None:
    asked(timezone.now().date(), "guardianship", times=7, in_vain=7)
    stranger = client.get(REPORT)
    sign_in_with_second_factor(client, UserFactory())
    member = client.get(REPORT)

    assert (stranger.status_code, member.status_code) == (302, 404)
