"""Mail from a group at once: for those who want each post, and for those whom it names."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from members.accounts.models import User
from members.delivery.models import Delivery, Dispatch, Rendering
from members.groups import actions, notices, queries
from members.groups.models import Group, Subscription, Topic
from members.groups.rules import Frequency, Joining, Role
from members.organisations.models import Contact
from tests.factories.groups import (
    GroupFactory,
    discussion,
    person_in,
    person_of_the_network,
)
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db
EARLIER = timedelta(hours=3)


def wants(person: User, group: Group, frequency: Frequency) -> User:
    Subscription.objects.create(person=person, group=group, frequency=frequency.value)
    return person


def write(topic: Topic, *, author: User, body: str, now: datetime) -> None:
    actions.reply(topic, author=author, body=body, language="en", form_key=body[:40], now=now)


def addresses() -> list[str]:
    return sorted(Delivery.objects.values_list("address", flat=True))


def test_a_post_reaches_at_once_those_who_want_each_and_those_it_names(now: datetime) -> None:
    group = GroupFactory()
    author = wants(person_in(group), group, Frequency.EVERY_REPLY)
    wants(person_in(group, email="each@a.example"), group, Frequency.EVERY_REPLY)
    person_in(group, email="daily@a.example")
    person_in(group, email="named@a.example", name="Wen Castellanos")
    wants(person_in(group, email="never@a.example", name="Noor Halvorsen"), group, Frequency.NEVER)
    topic = discussion(group, author=author)

    write(topic, author=author, body="Ask Wen Castellanos and Noor Halvorsen.", now=now)

    assert addresses() == ["each@a.example", "named@a.example"]
    assert set(Dispatch.objects.values_list("stream", flat=True)) == {"group"}


def test_the_same_form_sent_twice_is_mailed_once(now: datetime) -> None:
    group = GroupFactory()
    author = person_in(group)
    wants(person_in(group), group, Frequency.EVERY_REPLY)
    topic = discussion(group, author=author)

    write(topic, author=author, body="Once.", now=now)
    write(topic, author=author, body="Once.", now=now)

    assert Delivery.objects.count() == 1


def test_whoever_left_the_group_gets_nothing(now: datetime) -> None:
    group = GroupFactory()
    author, gone = person_in(group), wants(person_in(group), group, Frequency.EVERY_REPLY)
    actions.leave_group(group, person=gone, now=now)

    write(discussion(group, author=author), author=author, body="News.", now=now)

    assert addresses() == []


def test_a_post_arrives_with_its_text_its_place_and_the_way_to_less_mail(now: datetime, mailbox: Mailbox) -> None:
    group = GroupFactory(slug="participation")
    author = person_in(group, name="Noor Halvorsen")
    wants(person_in(group, language="fr", name="Lucien Abara"), group, Frequency.EVERY_REPLY)
    topic = discussion(group, author=author, title="A seat?")

    write(topic, author=author, body="Three forms. [[stop]] <b>", now=now)

    (mail,) = mailbox.deliver(now=now)
    plain, html = (mail.message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None and html is not None
    text, page = plain.get_content(), html.get_content()
    assert mail.message["Subject"].split() == ["Participation", "des", "enfants", ":", "A", "seat?"]
    assert f"http://testserver/fr/groups/participation/discussions/{topic.key}/" in text
    assert "http://testserver/fr/groups/participation/mail/" in text
    assert "[ [stop]]" in text and "&lt;b&gt;" in page
    assert "Lucien" in text


def test_a_title_that_would_slip_into_the_header_is_one_line(now: datetime) -> None:
    group = GroupFactory()
    author = person_in(group)
    wants(person_in(group), group, Frequency.EVERY_REPLY)

    write(discussion(group, author=author, title="A\r\nBcc: x@y.example"), author=author, body="News.", now=now)

    assert Rendering.objects.get().subject == "Children’s participation: A Bcc: x@y.example"


def test_an_address_that_fits_no_header_holds_back_nobody_elses_mail(now: datetime) -> None:
    group = GroupFactory()
    author = person_in(group)
    wants(person_in(group, email="ünusable@a.example"), group, Frequency.EVERY_REPLY)
    wants(person_in(group, email="wen@a.example"), group, Frequency.EVERY_REPLY)

    write(discussion(group, author=author), author=author, body="News.", now=now)

    assert addresses() == ["wen@a.example"]


def test_a_document_reaches_at_once_those_who_want_each(now: datetime) -> None:
    group = GroupFactory()
    author = wants(person_in(group), group, Frequency.EVERY_REPLY)
    wants(person_in(group, email="wen@a.example"), group, Frequency.EVERY_REPLY)
    person_in(group)

    actions.add_document(
        group, author=author, title="List", language="en", file=SimpleUploadedFile("l.txt", b"One."), now=now
    )

    assert addresses() == ["wen@a.example"]
    assert "added the document “List”, version 1" in Rendering.objects.get().text


@pytest.mark.parametrize("length", [10, 500])
def test_a_subject_is_never_too_long(length: int) -> None:
    assert len(notices.one_line("a" * length)) == min(length, notices.LONGEST_SUBJECT)


def test_who_may_not_enter_any_more_gets_nothing_of_it_by_mail(now: datetime) -> None:
    """The membership of the group stands until somebody ends it; the role in the organisation is over."""
    group = GroupFactory(joining=Joining.REQUEST.value)
    author = person_in(group)
    former = wants(person_in(group, email="former@a.example", name="Wen Castellanos"), group, Frequency.EVERY_REPLY)
    leader = person_in(group, role=Role.CO_CHAIR, email="leader@a.example")
    wants(person_in(group, email="each@a.example"), group, Frequency.EVERY_REPLY)
    Contact.objects.filter(user__in=(former, leader)).update(until_on=now.date())

    write(discussion(group, author=author), author=author, body="Wen Castellanos knows.", now=now)
    actions.ask_to_join(group, person=person_of_the_network(), why="To help", now=now)

    assert addresses() == ["each@a.example"]
    assert {person for person, _day in queries.digests_due(now=now)}.isdisjoint({former, leader})
    assert author in queries.people_mailed(group, on=now.date())
    assert former not in queries.people_mailed(group, on=now.date())
