"""The archive: members read what was sent, the public what was opened to it, nobody a draft."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from members.accounts.models import User
from members.bulletin.actions import approve_issue, send_issue
from members.bulletin.queries import latest_issues
from tests.factories.accounts import StaffFactory
from tests.factories.bulletin import complete_issue
from tests.factories.organisations import delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> User:
    return delegate_of(member(), language="en")


def sent_issue(number: int, *, now: datetime, is_public: str = "no") -> None:
    issue = complete_issue(number=number, is_public=is_public == "yes")
    approve_issue(issue, by=StaffFactory(), now=now)
    send_issue(issue, now=now)


def numbers(user: User, *, now: datetime) -> list[int]:
    return [issue.number for issue in latest_issues(user, on=now.date(), count=9)]


def test_a_member_reads_what_was_sent_and_no_draft(reader: User, now: datetime) -> None:
    sent_issue(117, now=now)
    sent_issue(118, now=now, is_public="yes")
    complete_issue(number=119)

    assert numbers(reader, now=now) == [118, 117]


def test_somebody_who_left_reads_what_is_public(reader: User, now: datetime) -> None:
    sent_issue(117, now=now)
    sent_issue(118, now=now, is_public="yes")
    reader.contacts.update(until_on=now.date() - timedelta(days=1))

    assert numbers(reader, now=now) == [118]


@pytest.mark.parametrize(("number", "status"), [(117, 404), (118, 200), (119, 404), (120, 404)])
def test_the_public_opens_only_what_is_public(
    client: Client, site_root: SiteRoot, reader: User, now: datetime, number: int, status: int
) -> None:
    sent_issue(117, now=now)
    sent_issue(118, now=now, is_public="yes")
    complete_issue(number=119, is_public=True)

    assert client.get(f"/en/bulletin/{number}/").status_code == status


def test_the_archive_takes_the_same_queries_for_one_issue_and_for_three(
    client: Client, site_root: SiteRoot, reader: User, now: datetime
) -> None:
    client.force_login(reader)
    client.get("/en/bulletin/")
    sent_issue(116, now=now)
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get("/en/bulletin/")
    sent_issue(117, now=now)
    sent_issue(118, now=now)

    with CaptureQueriesContext(connection) as three:
        page = client.get("/en/bulletin/").content.decode()

    assert len(one) == len(three)
    assert page.count("The assembly opens") == 3


def test_an_issue_is_read_in_the_language_of_the_page(
    client: Client, site_root: SiteRoot, reader: User, now: datetime
) -> None:
    sent_issue(118, now=now, is_public="yes")

    page = client.get("/es/bulletin/118/").content.decode()

    assert "A guide for children (es)" in page and "A guide for children (fr)" not in page
