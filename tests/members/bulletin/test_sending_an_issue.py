"""An issue goes out once, to everybody, each in their language, after a second person approved it."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from cms.languages import translated
from members.bulletin.actions import IssueRefused, approve_issue, return_to_draft, send_issue
from members.bulletin.models import Issue, Segment
from members.bulletin.rules import IssueState
from members.delivery.models import Delivery, Dispatch
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.bulletin import SectionFactory, complete_issue, in_three
from tests.factories.delivery import LocalRelay, body_of
from tests.factories.organisations import ContactFactory, ObserverCategoryFactory, TermFactory, delegate_of, member

pytestmark = pytest.mark.django_db


def approved_issue(*, now: datetime) -> Issue:
    issue = complete_issue()
    approve_issue(issue, by=StaffFactory(), now=now)
    return Issue.objects.get(pk=issue.pk)


def test_each_reader_gets_one_mail_in_their_language(now: datetime) -> None:
    lantern = member()
    delegate_of(lantern, email="en@lantern.example", language="en", name="Noor H")
    delegate_of(lantern, email="fr@lantern.example", language="fr", name="Lucien A")
    busy = delegate_of(lantern, email="es@lantern.example", language="es", name="Pavel Q")
    ContactFactory(user=busy, organisation=member(), role="bulletin")

    dispatch = send_issue(approved_issue(now=now), now=now)

    with LocalRelay() as relay:
        relay.deliver(now=now)
        told = sorted((one.recipients[0], one.message["Subject"]) for one in relay.received)
    assert told == [
        ("en@lantern.example", "The assembly opens"),
        ("es@lantern.example", "The assembly opens (es)"),
        ("fr@lantern.example", "The assembly opens (fr)"),
    ]
    assert dispatch.total == 3


def test_the_mail_names_its_reader_and_lets_them_stop(now: datetime) -> None:
    delegate_of(member(), email="fr@lantern.example", language="fr", name="Lucien A")

    send_issue(approved_issue(now=now), now=now)

    with LocalRelay() as relay:
        relay.deliver(now=now)
        (message,) = relay.messages
    stop = message["List-Unsubscribe"].strip("<>")
    plain, html = (body_of(message, kind) for kind in ("plain", "html"))
    assert "Lucien" in plain and stop in plain
    assert "Lucien" in html and f'href="{stop}"' in html
    assert "[[" not in plain + html


def test_pressing_send_twice_makes_one_dispatch(now: datetime) -> None:
    delegate_of(member())
    issue = approved_issue(now=now)

    first, second = send_issue(issue, now=now), send_issue(issue, now=now)

    assert first == second
    assert (Dispatch.objects.count(), Delivery.objects.count()) == (1, 1)


def test_the_author_cannot_approve(now: datetime) -> None:
    delegate_of(member())
    issue = complete_issue()

    with pytest.raises(IssueRefused):
        approve_issue(issue, by=issue.author, now=now)

    assert Issue.objects.get().state == IssueState.DRAFT


def test_the_database_refuses_an_issue_approved_by_its_author(now: datetime) -> None:
    issue = complete_issue()

    with pytest.raises(IntegrityError, match="an_issue_is_approved_by_a_second_person"), transaction.atomic():
        Issue.objects.filter(pk=issue.pk).update(approved_by=issue.author)


def test_a_draft_is_not_sent(now: datetime) -> None:
    delegate_of(member())

    with pytest.raises(IssueRefused):
        send_issue(complete_issue(), now=now)

    assert not Dispatch.objects.exists()


def test_what_changed_after_the_approval_is_not_sent(now: datetime) -> None:
    delegate_of(member())
    issue = approved_issue(now=now)
    SectionFactory(issue=issue)

    with pytest.raises(IssueRefused):
        send_issue(issue, now=now)

    assert not Dispatch.objects.exists()


def test_an_issue_that_lacks_a_language_is_not_approved(now: datetime) -> None:
    delegate_of(member())
    issue = complete_issue(title=translated(en="The assembly opens", fr="L’assemblée s’ouvre"))

    with pytest.raises(IssueRefused):
        approve_issue(issue, by=StaffFactory(), now=now)

    assert Issue.objects.get().state == IssueState.DRAFT


def test_a_line_break_in_the_title_is_not_approved(now: datetime) -> None:
    delegate_of(member())
    issue = complete_issue(title=in_three("The assembly\nBcc: everybody@kite.example"))

    with pytest.raises(IssueRefused):
        approve_issue(issue, by=StaffFactory(), now=now)

    assert Issue.objects.get().state == IssueState.DRAFT


def test_a_segment_narrows_the_readers(now: datetime) -> None:
    observer = ObserverCategoryFactory()
    delegate_of(member(), email="full@lantern.example")
    delegate_of(TermFactory(category=observer).organisation, email="observer@shore.example")
    issue = approved_issue(now=now)
    segment = Segment.objects.create(code="observers", label=in_three("Observers"))
    segment.categories.add(observer)
    Issue.objects.filter(pk=issue.pk).update(segment=segment)

    send_issue(issue, now=now)

    assert list(Delivery.objects.values_list("address", flat=True)) == ["observer@shore.example"]


def test_a_sent_issue_does_not_return_to_draft(now: datetime) -> None:
    delegate_of(member())
    issue = approved_issue(now=now)
    send_issue(issue, now=now)

    with pytest.raises(IssueRefused):
        return_to_draft(issue, by=StaffFactory())

    assert Issue.objects.get().state == IssueState.SENT


def test_only_a_draft_is_deleted(client: Client, now: datetime) -> None:
    delegate_of(member())
    issue = approved_issue(now=now)
    sign_in_with_second_factor(client, StaffFactory())

    answer = client.post(reverse("issue:delete", args=[issue.pk]), follow=True)

    assert answer.status_code == 404
    assert Issue.objects.get() == issue
