"""What an issue must have, who may approve it, and what the secretariat sees of both."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from members.bulletin.actions import IssueRefused, approve_issue, return_to_draft, send_issue
from members.bulletin.models import Issue
from members.bulletin.queries import findings_of, is_dead
from members.bulletin.rules import Check, IssueState
from tests.factories.accounts import StaffFactory
from tests.factories.bulletin import SectionFactory, complete_issue
from tests.factories.cms import case_study
from tests.factories.delivery import LocalRelay, message_id_of
from tests.factories.organisations import delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://elsewhere.example/nothing/",
        "mailto:desk@kite.example",
        f"{SITE}/en/",
        f"{SITE}/en/bulletin/?page=2#top",
        f"{SITE}/fr/groups/",
        f"{SITE}/en/case-studies/study-1/",
        f"{SITE}/en/case-studies/study-1",
    ],
)
def test_these_links_lead_somewhere(site_root: SiteRoot, link: str) -> None:
    case_study(site_root)

    assert not is_dead(link)


@pytest.mark.parametrize(
    "link",
    [
        f"{SITE}/en/case-studies/study-2/",
        f"{SITE}/en/study-1/",
        f"{SITE}/fr/case-studies/study-1/",
        f"{SITE}/nowhere.php",
        f"{SITE}/en/bulletin/number-four/",
    ],
)
def test_these_lead_nowhere(site_root: SiteRoot, link: str) -> None:
    case_study(site_root)

    assert is_dead(link)


def test_a_page_that_is_not_published_any_more_is_nowhere(site_root: SiteRoot) -> None:
    case_study(site_root).unpublish()

    assert is_dead(f"{SITE}/en/case-studies/study-1/")


def test_an_issue_with_a_dead_link_is_not_approved(site_root: SiteRoot, now: datetime) -> None:
    delegate_of(member())
    issue = complete_issue()
    SectionFactory(issue=issue, link=f"{SITE}/en/gone/")

    with pytest.raises(IssueRefused, match="The check list below is not complete yet"):
        approve_issue(issue, by=StaffFactory(), now=now)

    unmet = {finding.check for finding in findings_of(issue, on=now.date()) if not finding.is_met}
    assert Check.LINKS_LEAD_SOMEWHERE in unmet


def test_whoever_changed_it_last_does_not_approve_it(now: datetime) -> None:
    delegate_of(member())
    issue, second = complete_issue(), StaffFactory()
    return_to_draft(issue, by=second)

    with pytest.raises(IssueRefused, match="You changed this issue last"):
        approve_issue(issue, by=second, now=now)
    approve_issue(issue, by=StaffFactory(), now=now)

    assert Issue.objects.get().state == IssueState.APPROVED


def test_the_database_refuses_an_approval_by_whoever_changed_it(now: datetime) -> None:
    second = StaffFactory()
    issue = complete_issue(changed_by=second)

    with pytest.raises(IntegrityError, match="whoever_changed_an_issue_does_not_approve_it"), transaction.atomic():
        Issue.objects.filter(pk=issue.pk).update(approved_by=second)


def test_an_approved_issue_is_not_approved_again(now: datetime) -> None:
    delegate_of(member())
    issue = complete_issue()
    approve_issue(issue, by=StaffFactory(), now=now)

    with pytest.raises(IssueRefused, match="Only a draft can be approved"):
        approve_issue(issue, by=StaffFactory(), now=now)


def test_a_correction_is_sent_as_the_answer_to_what_it_corrects(now: datetime) -> None:
    delegate_of(member())
    first = complete_issue(number=1)
    approve_issue(first, by=StaffFactory(), now=now)
    sent = send_issue(first, now=now)
    second = complete_issue(number=2, corrects=Issue.objects.get(number=1))
    approve_issue(second, by=StaffFactory(), now=now)

    dispatch = send_issue(second, now=now)

    with LocalRelay() as relay:
        relay.deliver(now=now)
        (answer,) = [message for message in relay.messages if message["In-Reply-To"]]
    assert dispatch.corrects == sent
    assert answer["In-Reply-To"] == message_id_of(sent.deliveries.get())


def test_a_correction_leads_to_what_it_corrects(client: Client, site_root: SiteRoot, now: datetime) -> None:
    delegate_of(member())
    first = complete_issue(number=1, is_public=True)
    second = complete_issue(number=2, is_public=True, corrects=first)
    for issue in (first, second):
        approve_issue(issue, by=StaffFactory(), now=now)
        send_issue(issue, now=now)

    page = client.get("/en/bulletin/2/").content.decode()

    assert '<a href="/en/bulletin/1/">This issue corrects bulletin 1.</a>' in page
