"""The secretariat’s desk for the bulletin: editing, looking, approving, sending, and who may."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from members.bulletin.actions import approve_issue, send_issue
from members.bulletin.models import Issue
from members.bulletin.rules import IssueState
from tests.factories.accounts import StaffFactory, UserFactory, editor, sign_in_with_second_factor
from tests.factories.bulletin import SectionFactory, complete_issue
from tests.factories.organisations import delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


def typed(issue: Issue, **fields: object) -> dict[str, object]:
    """The edit form as the secretariat's browser sends it, without sections changed."""
    texts = {
        f"{name}_{code}": getattr(issue, name).texts[code] for name in ("title", "lead") for code in ("en", "fr", "es")
    }
    (section,) = issue.news
    parts = {
        f"sections-0-{name}_{code}": getattr(section, name).texts[code]
        for name in ("title", "text", "link_label")
        for code in ("en", "fr", "es")
    }
    management = {
        "sections-TOTAL_FORMS": 1,
        "sections-INITIAL_FORMS": 1,
        "sections-MIN_NUM_FORMS": 0,
        "sections-MAX_NUM_FORMS": 1000,
    }
    row = {"sections-0-id": section.pk, "sections-0-link": section.link, "sections-0-ORDER": 1, "sections-0-DELETE": ""}
    return {"number": issue.number, "dated_on": "2026-06-08", **texts, **parts, **management, **row, **fields}


def test_an_edit_takes_the_approval_back_and_remembers_who(client: Client, site_root: SiteRoot, now: datetime) -> None:
    delegate_of(member())
    issue = complete_issue()
    approve_issue(issue, by=StaffFactory(), now=now)
    second = sign_in_with_second_factor(client, StaffFactory())

    client.post(reverse("issue:edit", args=[issue.pk]), typed(issue, title_en="Another title"))
    page = client.post(reverse("issue:approve", args=[issue.pk]), follow=True).content.decode()

    issue.refresh_from_db()
    assert (issue.title.texts["en"], issue.state, issue.changed_by) == ("Another title", "draft", second)
    assert "You changed this issue last" in page


def test_the_desk_says_what_is_missing_and_who_reads_it(client: Client, site_root: SiteRoot) -> None:
    delegate_of(member())
    issue = complete_issue()
    SectionFactory(issue=issue, link=f"{SITE}/en/gone/")
    sign_in_with_second_factor(client, StaffFactory())

    page = client.get(reverse("issue:desk", args=[issue.pk])).content.decode()

    assert "<strong>Not yet</strong>: Each link into this site leads to a page that is published." in page
    assert "1 person reads it." in page


@pytest.mark.parametrize("form", ["html", "text"])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_preview_is_the_mail_in_each_language(
    client: Client, site_root: SiteRoot, language: str, form: str
) -> None:
    issue = complete_issue()
    sign_in_with_second_factor(client, StaffFactory(name="Ilse Marchetti-Bo"))

    answer = client.get(reverse("issue:preview", args=[issue.pk, language, form]))

    assert answer.headers["Content-Type"] == f"text/{'html' if form == 'html' else 'plain'}; charset=utf-8"
    assert "Ilse" in answer.content.decode() and issue.title.texts[language] in answer.content.decode()


@pytest.mark.parametrize(("language", "form"), [("de", "html"), ("en", "pdf")])
def test_there_is_no_other_preview(client: Client, site_root: SiteRoot, language: str, form: str) -> None:
    issue = complete_issue()
    sign_in_with_second_factor(client, StaffFactory())

    assert client.get(reverse("issue:preview", args=[issue.pk, language, form])).status_code == 404


def test_sending_asks_once_more_with_the_number(client: Client, site_root: SiteRoot, now: datetime) -> None:
    delegate_of(member())
    issue = complete_issue()
    approve_issue(issue, by=StaffFactory(), now=now)
    sign_in_with_second_factor(client, StaffFactory())

    asked = client.get(reverse("issue:send", args=[issue.pk])).content.decode()
    state = Issue.objects.get().state
    told = client.post(reverse("issue:send", args=[issue.pk]), follow=True).content.decode()

    assert "Send to 1 person" in asked and state == "approved"
    assert "The issue is on its way." in told
    assert Issue.objects.get().state == IssueState.SENT


def test_a_sent_issue_is_not_edited(client: Client, site_root: SiteRoot, now: datetime) -> None:
    delegate_of(member())
    issue = complete_issue()
    approve_issue(issue, by=StaffFactory(), now=now)
    form = typed(issue, title_en="Another title")
    send_issue(issue, now=now)
    sign_in_with_second_factor(client, StaffFactory())

    opened = client.get(reverse("issue:edit", args=[issue.pk]))
    page = client.post(reverse("issue:edit", args=[issue.pk]), form, follow=True).content.decode()

    assert opened.headers["Location"] == reverse("issue:desk", args=[issue.pk])
    assert "This issue was sent. Write the next one, or a correction." in page
    assert Issue.objects.get().title.texts["en"] == "The assembly opens"


SCREENS = ["issue:index", "issue:add", "issue:desk", "issue:edit", "issue:send", "segment:index", "segment:add"]


@pytest.mark.parametrize("screen", SCREENS)
def test_who_opens_which_screen_of_the_desk(client: Client, site_root: SiteRoot, screen: str) -> None:
    issue = complete_issue()
    address = reverse(screen, args=[issue.pk] if screen.split(":")[1] in ("desk", "edit", "send") else [])
    statuses = {}
    for name, person in (("secretariat", StaffFactory()), ("editor", editor()), ("member", UserFactory())):
        client.logout()
        sign_in_with_second_factor(client, person)
        statuses[name] = client.get(address).status_code

    assert statuses["secretariat"] == 200
    assert statuses["editor"] in (302, 403) and statuses["member"] in (302, 403, 404)


@pytest.mark.parametrize("way", ["approve", "send"])
def test_an_editor_of_pages_approves_and_sends_nothing(
    client: Client, site_root: SiteRoot, now: datetime, way: str
) -> None:
    delegate_of(member())
    issue = complete_issue()
    if way == "send":
        approve_issue(issue, by=StaffFactory(), now=now)
    before = Issue.objects.get().state
    sign_in_with_second_factor(client, editor())

    client.post(reverse(f"issue:{way}", args=[issue.pk]))

    assert Issue.objects.get().state == before
