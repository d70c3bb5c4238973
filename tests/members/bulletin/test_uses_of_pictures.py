"""Before a consent is withdrawn, the issues that show the picture are listed: drafts, and what readers have."""

import subprocess
import sys
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import PlenaryImage
from cms.queries import uses_of_picture
from members.bulletin.actions import approve_issue, send_issue
from members.bulletin.models import Issue
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.bulletin import IssueFactory, SectionFactory, complete_issue
from tests.factories.organisations import delegate_of, member
from tests.factories.pictures import consent, picture

PROGRAM = """
import django
django.setup()
from wagtail.models import ReferenceIndex
from members.bulletin.models import Issue, Section
print(ReferenceIndex.is_indexed(Issue), Section in ReferenceIndex.tracked_models)
"""


def issue_with(image: PlenaryImage, **fields: object) -> Issue:
    issue: Issue = IssueFactory(**fields)
    SectionFactory(issue=issue, picture=image)
    return issue


@pytest.mark.django_db
def test_a_draft_is_listed_as_one_with_the_way_to_its_desk() -> None:
    image, other = picture(), picture(title="Another")
    issue = issue_with(image, number=7)
    issue_with(other, number=8)

    (use,) = uses_of_picture(image)

    assert (use.label, use.state, use.live) == ("Bulletin 7: The assembly opens", "draft", False)
    assert use.url == reverse("issue:desk", args=[issue.pk])


@pytest.mark.django_db
def test_an_issue_is_told_with_what_became_of_it(now: datetime) -> None:
    image = picture(shows_children=True)
    consent(image)
    delegate_of(member())
    issue = complete_issue()
    section = issue.sections.get()
    section.picture = image
    section.save()

    approve_issue(issue, by=StaffFactory(), now=now)
    approved = [(use.state, use.live) for use in uses_of_picture(image)]
    send_issue(issue, now=now)

    assert approved == [("approved", False)]
    assert [(use.state, use.live) for use in uses_of_picture(image)] == [("sent", True)]


@pytest.mark.django_db
def test_whoever_withdraws_a_consent_sees_the_issues_first(client: Client) -> None:
    sign_in_with_second_factor(client, StaffFactory())
    given = consent(picture())
    issue = issue_with(given.image, number=7)

    html = client.get(reverse("consent:withdraw", args=[given.key])).content.decode()

    assert f'<a href="{reverse("issue:desk", args=[issue.pk])}">Bulletin 7: The assembly opens</a>' in html
    assert "(issue of the bulletin, draft)" in html


def test_a_process_that_never_loads_the_admin_notes_uses_as_well() -> None:
    """A worker or a command: the admin's own registration comes with the addresses only."""
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["True", "True"]
