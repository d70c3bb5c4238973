"""The first page of the secretariat's screens."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.actions import withdraw_consent
from cms.models.imported import ImportedPaper
from governance.assembly import actions as assemblies
from governance.assembly.models import Assembly
from governance.assembly.rules.words import State
from home.admin import line_of, said_of
from home.queries.desk import Matter, Waiting, waiting_for
from members.accounts.models import User
from members.bulletin.models import Issue
from members.delivery.models import Tally
from members.delivery.rules.states import DeliveryState
from tests.factories.accounts import StaffFactory, editor, sign_in_with_second_factor
from tests.factories.assembly import NOON, draft, minuted
from tests.factories.bulletin import IssueFactory
from tests.factories.cms import standard_page
from tests.factories.decisions import DecisionFactory, FollowUpFactory
from tests.factories.delivery import dispatch_to
from tests.factories.organisations import InvoiceFactory, PaymentFactory
from tests.factories.pictures import NOW, consent, picture
from tests.factories.search import library
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def lines(person: User | None = None) -> list[tuple[str, str]]:
    waiting = waiting_for(person or StaffFactory(), now=NOON)
    return [(str(line.words), line.said) for line in map(line_of, waiting)]


def test_where_nothing_is_to_be_done_nothing_waits() -> None:
    PaymentFactory(invoice=InvoiceFactory())

    assert lines() == []


def test_what_is_late_is_counted_and_pressing() -> None:
    taken = DecisionFactory(state="taken", year=2026, number=1, opened_at=NOON, settled_at=NOON)
    FollowUpFactory(decision=taken, due_on=NOON.date() - timedelta(days=1))
    InvoiceFactory()
    InvoiceFactory()

    waiting = waiting_for(StaffFactory(), now=NOON)

    assert [line_of(one).words for one in waiting] == ["1 decision is late", "2 invoices are overdue"]
    assert all(one.is_pressing for one in waiting)
    assert [one.url for one in waiting] == ["/en/decisions/?show=late", "/admin/invoice/"]


def test_a_picture_a_paper_and_a_mail_in_doubt_each_have_their_line(site_root: SiteRoot) -> None:
    library(site_root.home("en"))
    image = picture(shows_children=True)
    given = consent(image)
    standard_page(site_root, social_image=image)
    withdraw_consent(given, by=StaffFactory(), now=NOW)
    ImportedPaper.objects.create(name="a.pdf", sha256="a" * 64, study={"title": "A"}, brought_at=NOON)
    ImportedPaper.objects.create(name="b.pdf", sha256="b" * 64, study={"title": "B"}, brought_at=NOON, saved_at=NOON)
    dispatch = dispatch_to("lucien@baobab.example", now=NOON)
    Tally.objects.create(dispatch=dispatch, sender=1, state=DeliveryState.UNCERTAIN, n=2)

    assert [words for words, _said in lines()] == [
        "1 picture of children is withheld",
        "1 imported paper to review",
        "2 mails are in doubt",
    ]


def test_an_issue_is_named_with_what_it_lacks() -> None:
    IssueFactory(number=118)
    author = StaffFactory()
    approved = IssueFactory(number=119)
    Issue.objects.filter(pk=approved.pk).update(state="approved", approved_by=author, approved_at=NOON)

    assert lines(author) == [
        ("The assembly opens", "Bulletin no. 118 is a draft."),
        ("The assembly opens", "Bulletin no. 119 is approved and not sent yet."),
    ]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.DRAFT, "To be convened. It opens on 10 June 2026, 12:00."),
        (State.CONVENED, "Convened. The roll is frozen on 20 May 2026."),
        (State.FROZEN, "The roll is frozen. It opens on 10 June 2026, 12:00."),
        (State.OPEN, "Open until 14 June 2026, 12:00."),
        (State.CLOSED, "Closed. The minutes are to be drafted."),
        (State.MINUTED, "Minuted. The minutes are to be made final."),
    ],
)
def test_an_assembly_says_where_it_is_and_what_comes_next(state: State, said: str) -> None:
    closes = NOON + timedelta(days=4)
    record_on = (NOON - timedelta(days=21)).date()

    assert said_of(Assembly(state=state, opens_at=NOON, closes_at=closes, record_on=record_on)) == said


def test_objections_wait_beside_their_assembly_once_for_each_screen() -> None:
    meeting = minuted()
    now = meeting.step(days=5)
    for organisation, person in list(zip(meeting.organisations, meeting.people, strict=True))[:2]:
        assemblies.object_to_minutes(
            meeting.assembly, organisation=organisation, by=person, text="Item 2 was left out.", now=now
        )

    assert lines()[1:] == [("General assembly 2026", "2 objections wait for an answer.")]


def test_an_assembly_that_is_final_waits_for_nobody() -> None:
    meeting = minuted()
    Assembly.objects.filter(pk=meeting.assembly.pk).update(state=State.FINAL)

    assert waiting_for(StaffFactory(), now=NOON) == []


def test_who_may_do_nothing_about_it_reads_none_of_it(site_root: SiteRoot, client: Client) -> None:
    draft()
    InvoiceFactory()
    person = sign_in_with_second_factor(client, editor())

    page = client.get("/admin/").content.decode()

    assert waiting_for(person, now=NOON) == []
    assert "Nothing waits for you now." in page


def test_the_first_page_links_to_the_screens_in_as_many_queries_for_one_as_for_three(
    site_root: SiteRoot, client: Client
) -> None:
    sign_in_with_second_factor(client, StaffFactory())
    draft(slug="2026")
    client.get("/admin/")
    with CaptureQueriesContext(connection) as one:
        client.get("/admin/")
    for slug in ("2027", "2028"):
        draft(slug=slug)
        InvoiceFactory()
    with CaptureQueriesContext(connection) as three:
        page = client.get("/admin/").content.decode()

    assert len(three) == len(one)
    assert len(re.findall(r'href="/admin/assemblies/run/\d+/"', page)) == 3


def test_every_matter_has_words_of_its_own() -> None:
    subject = {Matter.ASSEMBLY, Matter.OBJECTIONS, Matter.ISSUE_DRAFT, Matter.ISSUE_APPROVED}

    said = {line_of(Waiting(matter=matter, url="/", n=2)).words for matter in Matter if matter not in subject}

    assert len(said) == len(Matter) - len(subject)
