"""Step 8: an issue is composed in the admin, approved by a second person, and sent to everybody exactly once."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from members.accounts.models import User
from members.bulletin.models import Issue
from members.bulletin.rules import IssueState
from members.delivery.models import Dispatch
from members.delivery.rules import DispatchState
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.delivery import LocalRelay
from tests.factories.organisations import delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "fr", "es")


def in_three(name: str, text: str) -> dict[str, str]:
    return {f"{name}_{code}": f"{text} ({code})" for code in LANGUAGES}


def filled_in_form() -> dict[str, str]:
    return {
        "number": "118",
        "dated_on": "2026-06-08",
        "segment": "",
        **in_three("title", "The assembly opens"),
        **in_three("lead", "Four things to read first."),
        "sections-TOTAL_FORMS": "1",
        "sections-INITIAL_FORMS": "0",
        "sections-MIN_NUM_FORMS": "0",
        "sections-MAX_NUM_FORMS": "1000",
        "sections-0-ORDER": "1",
        "sections-0-link": "https://kite.example/guide/",
        **in_three("sections-0-title", "A guide for children"),
        **in_three("sections-0-text", "Forty pages, tested by children."),
        **in_three("sections-0-link_label", "Get the guide"),
    }


@pytest.fixture
def author(site_root: SiteRoot) -> Client:
    client = Client()
    sign_in_with_second_factor(client, StaffFactory(name="Ilse Marchetti-Bo"))
    return client


@pytest.fixture
def second_person(site_root: SiteRoot) -> Client:
    client = Client()
    sign_in_with_second_factor(client, StaffFactory(name="Ravi Holmgren"))
    return client


@pytest.fixture
def readers() -> list[User]:
    lantern = member(name="Lantern Forum for Children")
    return [delegate_of(lantern, email=f"{code}@lantern.example", language=code) for code in LANGUAGES]


def composed(author: Client) -> Issue:
    author.post(reverse("issue:add"), filled_in_form())
    return Issue.objects.get(number=118)


def test_a_composed_issue_reaches_every_reader_once(author: Client, second_person: Client, readers: list[User]) -> None:
    issue = composed(author)
    second_person.post(reverse("issue:approve", args=[issue.pk]))
    author.post(reverse("issue:send", args=[issue.pk]))
    author.post(reverse("issue:send", args=[issue.pk]))

    with LocalRelay() as relay:
        relay.deliver()
        relay.deliver()
        arrived = sorted((one.recipients[0], one.message["Subject"]) for one in relay.received)

    assert arrived == [(f"{code}@lantern.example", f"The assembly opens ({code})") for code in ("en", "es", "fr")]
    assert Dispatch.objects.get().state == DispatchState.DONE


def test_the_form_has_a_box_for_each_language(author: Client) -> None:
    form = author.get(reverse("issue:add")).content.decode()

    assert [f'name="title_{code}"' in form for code in LANGUAGES] == [True, True, True]


def test_the_author_cannot_approve_their_own_issue(author: Client, readers: list[User]) -> None:
    issue = composed(author)

    answer = author.post(reverse("issue:approve", args=[issue.pk]), follow=True)

    issue.refresh_from_db()
    assert issue.state == IssueState.DRAFT
    assert "Ask somebody else" in answer.content.decode()


def test_an_edit_takes_the_approval_back(author: Client, second_person: Client, readers: list[User]) -> None:
    issue = composed(author)
    second_person.post(reverse("issue:approve", args=[issue.pk]))
    section = issue.sections.get()
    form = {**filled_in_form(), "sections-INITIAL_FORMS": "1", "sections-0-id": str(section.pk)}

    author.post(reverse("issue:edit", args=[issue.pk]), {**form, "title_en": "The assembly opens today"})

    issue.refresh_from_db()
    assert (issue.state, issue.title.texts["en"]) == (IssueState.DRAFT, "The assembly opens today")


def test_the_desk_shows_checks_previews_and_the_way_to_send(
    author: Client, second_person: Client, readers: list[User]
) -> None:
    issue = composed(author)
    second_person.post(reverse("issue:approve", args=[issue.pk]))

    desk = author.get(reverse("issue:desk", args=[issue.pk])).content.decode()
    confirmation = author.get(reverse("issue:send", args=[issue.pk])).content.decode()
    preview = author.get(reverse("issue:preview", args=[issue.pk, "fr", "html"])).content.decode()

    assert "Send this issue" in desk and "3 people read it." in desk
    assert "Send to 3 people" in confirmation
    assert "A guide for children (fr)" in preview and "[[" not in preview


def test_a_reader_finds_the_issue_in_the_archive_and_the_public_does_not(
    author: Client, second_person: Client, readers: list[User], now: datetime
) -> None:
    issue = composed(author)
    second_person.post(reverse("issue:approve", args=[issue.pk]))
    author.post(reverse("issue:send", args=[issue.pk]))
    reader, stranger = Client(), Client()
    reader.force_login(readers[1])

    page = reader.get(f"/fr/bulletin/{issue.number}/")
    nothing = stranger.get(f"/fr/bulletin/{issue.number}/")

    assert "A guide for children (fr)" in page.content.decode()
    assert nothing.status_code == 404


def test_the_secretariat_sees_how_far_the_mail_is(author: Client, second_person: Client, readers: list[User]) -> None:
    delegate_of(member(), email="lose@cedar.example")
    issue = composed(author)
    second_person.post(reverse("issue:approve", args=[issue.pk]))
    author.post(reverse("issue:send", args=[issue.pk]))
    with LocalRelay() as relay:
        relay.deliver()

    dispatch = Dispatch.objects.get()
    inside = author.get(reverse("dispatch:inspect", args=[dispatch.pk])).content.decode()
    listed = author.get(reverse("dispatch:index")).content.decode()

    assert "3 of 4 accepted by the mail server, 0 waiting, 1 in doubt." in inside
    assert "lose@cedar.example" in inside
    assert escape(dispatch.renderings.get(language="en").subject) in listed
