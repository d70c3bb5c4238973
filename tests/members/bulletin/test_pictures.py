"""Pictures in an issue: none that shows children goes out, or stays in the archive, without consent."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from cms.actions import withdraw_consent
from cms.models import PlenaryImage
from cms.rules.consent import Use
from members.bulletin.actions import IssueRefused, approve_issue, send_issue
from members.bulletin.models import Issue
from members.bulletin.notices import rendered
from members.bulletin.queries import findings_of, news_of
from members.bulletin.rules import Check
from members.delivery.models import Dispatch
from tests.factories.accounts import StaffFactory
from tests.factories.bulletin import complete_issue
from tests.factories.organisations import delegate_of, member
from tests.factories.pictures import consent, picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def issue_with(image: PlenaryImage, **fields: Any) -> Issue:
    """A complete draft with one picture, and somebody who reads it."""
    delegate_of(member())
    issue = complete_issue(**fields)
    issue.sections.update(picture=image)
    return issue


def is_allowed(issue: Issue, *, on: date) -> bool:
    return {one.check: one.is_met for one in findings_of(issue, on=on)}[Check.PICTURES_ARE_ALLOWED]


def test_a_picture_without_children_needs_no_consent(now: datetime) -> None:
    assert is_allowed(issue_with(picture()), on=now.date())


def test_childrens_pictures_without_consent_hold_an_issue_back(now: datetime) -> None:
    issue = issue_with(picture(shows_children=True))

    with pytest.raises(IssueRefused, match="The check list below is not complete yet"):
        approve_issue(issue, by=StaffFactory(), now=now)

    assert not is_allowed(issue, on=now.date())


@pytest.mark.parametrize(
    ("uses", "is_public", "allowed"),
    [
        ({Use.BULLETIN}, False, True),
        ({Use.BULLETIN}, True, False),
        ({Use.BULLETIN, Use.SITE}, True, True),
        ({Use.SITE, Use.SOCIAL, Use.PRINT}, False, False),
    ],
)
def test_the_consent_has_to_cover_what_becomes_of_the_issue(
    now: datetime, uses: set[Use], *, is_public: bool, allowed: bool
) -> None:
    image = picture(shows_children=True)
    consent(image, uses=frozenset(uses))

    assert is_allowed(issue_with(image, is_public=is_public), on=now.date()) is allowed


def test_a_consent_withdrawn_after_the_approval_stops_the_sending(now: datetime) -> None:
    image = picture(shows_children=True)
    given = consent(image)
    issue = issue_with(image)
    approve_issue(issue, by=StaffFactory(), now=now)

    withdraw_consent(given, by=StaffFactory(), now=now)

    with pytest.raises(IssueRefused, match="Nothing was sent"):
        send_issue(issue, now=now)

    assert not Dispatch.objects.exists()


def test_a_consent_for_some_countries_holds_an_issue_back_that_goes_to_all(now: datetime) -> None:
    image = picture(shows_children=True)
    consent(image, territory=frozenset({"KE", "TG"}))
    issue = issue_with(image)

    with pytest.raises(IssueRefused, match="The check list below is not complete yet"):
        approve_issue(issue, by=StaffFactory(), now=now)

    assert not is_allowed(issue, on=now.date())


def test_a_consent_that_ends_between_the_approval_and_the_sending_stops_it(now: datetime) -> None:
    image = picture(shows_children=True)
    consent(image, until_on=date(2026, 6, 12))
    issue = issue_with(image)
    approve_issue(issue, by=StaffFactory(), now=now)

    with pytest.raises(IssueRefused, match="Nothing was sent"):
        send_issue(issue, now=now + timedelta(days=2))

    issue.refresh_from_db()
    assert issue.sent_at is None
    assert not Dispatch.objects.exists()


def test_another_picture_needs_another_approval(now: datetime) -> None:
    issue = issue_with(picture())
    approve_issue(issue, by=StaffFactory(), now=now)

    issue.sections.update(picture=None)

    with pytest.raises(IssueRefused, match="changed after it was approved"):
        send_issue(issue, now=now)


@pytest.mark.parametrize(("language", "alt"), [("en", "Two children read"), ("fr", "Deux enfants lisent")])
def test_the_mail_carries_the_picture_with_its_words(site_root: SiteRoot, language: str, alt: str) -> None:
    image = picture()
    image.alt_text.texts["fr"] = "Deux enfants lisent une affiche."
    image.save()

    said = rendered(issue_with(image), language=language)

    assert f'alt="{alt}' in said.html
    assert 'width="560"' in said.html
    assert "original_images" not in said.html


def test_the_archive_shows_a_picture_as_long_as_its_consent_holds(
    site_root: SiteRoot, client: Client, now: datetime
) -> None:
    image = picture(shows_children=True)
    consent(image, until_on=date(2026, 6, 12))
    issue = issue_with(image, is_public=True)
    approve_issue(issue, by=StaffFactory(), now=now)
    send_issue(issue, now=now)

    before, after = (news_of(issue, on=day)[0] for day in (date(2026, 6, 11), date(2026, 6, 12)))
    page = client.get(f"/en/bulletin/{issue.number}/").content.decode()

    assert (before.picture, after.picture) == (image, None)
    assert after.section.title == before.section.title
    assert "A guide for children" in page
    assert "<img" not in page.partition("<article")[2].partition("</article>")[0]
