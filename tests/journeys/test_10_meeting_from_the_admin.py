"""The secretariat sets up a meeting from nothing in the admin; it is held, voted on, minuted and made final."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from governance.assembly.models import Assembly, Election, Motion
from governance.assembly.rules.words import State
from governance.ledger.queries import verify
from members.accounts.models import User
from members.organisations.models import Organisation
from members.organisations.rules import Role
from tests.downloads import download
from tests.factories.accounts import StaffFactory, UserFactory, sign_in_with_second_factor
from tests.factories.assembly import head_of
from tests.factories.organisations import ContactFactory, OrganisationFactory
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
OPENS = datetime(2027, 5, 12, 9, 0, tzinfo=timezone.get_fixed_timezone(0))
CODE = re.compile(r'name="credential" value="([^"]+)"')
Clock = Callable[[datetime], None]


@pytest.fixture
def it_is(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the one clock that views read."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


class Walk:
    """One browser, used by one person after the other."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.secretary = StaffFactory(name="Ilse Marchetti-Bo")
        self.members: list[Organisation] = [OrganisationFactory() for _place in range(6)]
        self.people = [head_of(member) for member in self.members]

    @property
    def assembly(self) -> Assembly:
        return Assembly.objects.get(slug="2027")

    @property
    def motion(self) -> Motion:
        return self.assembly.motions.select_related("ballot").get()

    @property
    def election(self) -> Election:
        return self.assembly.elections.select_related("ballot").get()

    def as_secretary(self) -> None:
        sign_in_with_second_factor(self.client, self.secretary)

    def at_desk(self, screen: str, *more: object, **typed: object) -> str:
        pk = self.assembly.pk
        return self.send(reverse(f"assembly_desk:{screen}", args=[pk, *more]), **typed)

    def at_meeting(self, page: str, *more: object, **typed: object) -> str:
        return self.send(reverse(f"assembly:{page}", args=["2027", *more]), **typed)

    def send(self, address: str, **typed: object) -> str:
        response = self.client.post(address, typed, follow=True)
        assert response.status_code == 200, address
        return " ".join(response.content.decode().split())

    def read(self, address: str) -> str:
        response = self.client.get(address)
        assert response.status_code == 200, address
        return " ".join(response.content.decode().split())

    def read_desk(self, screen: str = "desk", *more: object) -> str:
        return self.read(reverse(f"assembly_desk:{screen}", args=[self.assembly.pk, *more]))


def said(name: str, en: str, fr: str = "", es: str = "") -> dict[str, str]:
    return {f"{name}_en": en, f"{name}_fr": fr, f"{name}_es": es}


def test_a_meeting_is_set_up_in_the_admin_and_lives_its_whole_life(
    site_root: SiteRoot, client: Client, it_is: Clock
) -> None:
    walk = Walk(client)
    it_is(OPENS - timedelta(days=90))

    write_it_down(walk)
    call_it(walk)
    it_is(OPENS - timedelta(days=30))
    freeze_the_roll(walk)
    it_is(OPENS)
    open_it(walk)
    vote_on_the_motion(walk)
    elect_in_secret(walk)
    it_is(OPENS + timedelta(days=3))
    close_and_minute(walk)
    it_is(OPENS + timedelta(days=60))
    end_it(walk)

    assert verify().holds


def write_it_down(walk: Walk) -> None:
    walk.as_secretary()
    walk.send(
        reverse("assembly_desk:add"),
        slug="2027",
        kind="ordinary",
        chair="Tomasi Verhelst",
        record_on="2027-04-12",
        opens_at="2027-05-12 09:00",
        closes_at="2027-05-14 18:00",
        **said("title", "General assembly 2027", "Assemblée générale 2027", "Asamblea general 2027"),
        **said("place", "Lomé and online"),
    )
    assert "There is nothing on the agenda yet. Write at least one item." in walk.read_desk()
    walk.at_desk("add-item", **said("title", "Plan of work", "Plan de travail", "Plan de trabajo"))
    walk.at_desk("add-item", **said("title", "Election of the chair"))
    paper = SimpleUploadedFile("plan.txt", b"What we want to do.")
    walk.at_desk("add-paper", 1, file=paper, **said("title", "The plan"))
    plan, chair = walk.assembly.agenda.order_by("number")
    words = {**said("title", "Adopt the plan"), **said("text", "The network adopts the plan.")}
    mover = walk.members[0].pk
    walk.at_desk("add-motion", item=plan.pk, kind="ordinary", mover=mover, seconders=[walk.members[1].pk], **words)
    elect = said("title", "Election of the chair")
    walk.at_desk("add-election", item=chair.pk, method="stv", open_seats="1", reserved="", **elect)
    for organisation, person in list(zip(walk.members, walk.people, strict=True))[:2]:
        walk.at_desk("add-candidate", walk.election.key, person=person.pk, organisation=organisation.pk)
    assert "has not agreed to stand yet" in walk.read_desk("candidates", walk.election.key)
    for candidacy in walk.election.candidacies.all():
        walk.at_desk("consent", walk.election.key, candidacy.pk)
    assert "has not agreed to stand yet" not in walk.read_desk("candidates", walk.election.key)


def call_it(walk: Walk) -> None:
    asked = walk.read_desk("notices")
    assert "The statutes ask for 60 days of notice (art. 9.1): it goes out by 13 March 2027." in asked
    assert "6 people get the convocation by mail" in asked

    assert "Done: Convene." in walk.at_desk("act", "convene")

    proof = walk.read_desk("notices")
    assert all(person.name in proof for person in walk.people)
    walk.client.force_login(walk.people[0])
    page = walk.read(reverse("assembly:detail", args=["2027"]))
    paper = download(walk.client, reverse("assembly:paper", args=["2027", 1, 1]))
    assert "The plan" in page
    assert paper.content == b"What we want to do."


def freeze_the_roll(walk: Walk) -> None:
    walk.as_secretary()
    assert "Done: Freeze the roll." in walk.at_desk("act", "freeze")
    assert walk.members[5].name in walk.read_desk("roll")
    teller = ContactFactory(user=UserFactory(name="Odile Marrakchi"), role=Role.DELEGATE, organisation=walk.members[5])
    walk.at_desk("appoint-teller", person=teller.user.pk)
    assert "This assembly was called for 12 May 2027" in walk.at_desk("act", "open")


def open_it(walk: Walk) -> None:
    """Five come in through the door of the secretariat's list, one registers herself."""
    walk.as_secretary()
    assert "Done: Open the assembly." in walk.at_desk("act", "open")
    for delegation in walk.assembly.delegations.filter(person__in=walk.people[1:]):
        walk.at_desk("register", delegation=delegation.pk, way="room")
    sign_in(walk, walk.people[0])
    walk.at_meeting("register", organisation=walk.members[0].slug)
    walk.as_secretary()
    assert "6 of 6 present or represented, 3 needed (art. 11.1)." in walk.at_desk("act", "quorum")


def vote_on_the_motion(walk: Walk) -> None:
    assert "Done: Put to the vote." in walk.at_desk("ballot", "vote", walk.motion.key)
    ballot = walk.motion.ballot
    assert ballot is not None
    for number, person in enumerate(walk.people):
        sign_in(walk, person)
        mandate = ballot.electorate.mandates.get(held_by=person)
        walk.at_meeting("ballot", ballot.key, **{mandate.key: "2" if number == 5 else "1"})
        assert "Your votes are recorded" in walk.at_meeting("review", ballot.key)
    walk.as_secretary()
    assert "Done: Close and count." in walk.at_desk("ballot", "count", walk.motion.key)


def elect_in_secret(walk: Walk) -> None:
    key = walk.election.key
    walk.at_desk("ballot", "prepare", key)
    drawn = {}
    for person in walk.people:
        sign_in(walk, person)
        page = walk.at_meeting("draw", key)
        drawn[person.pk] = re.findall(r'class="code">([^<]+)<', page)[0]
    walk.as_secretary()
    assert "Done: Put to the vote." in walk.at_desk("ballot", "vote", key)
    for person in walk.people:
        sign_in(walk, person)
        walk.at_meeting("hand-in", key, credential=drawn[person.pk], c1="1", seal="1")
    walk.as_secretary()
    assert "Done: Close and count." in walk.at_desk("ballot", "count", key)


def close_and_minute(walk: Walk) -> None:
    walk.as_secretary()
    assert "Done: Close the assembly." in walk.at_desk("act", "close")
    for subject in (walk.motion, walk.election):
        assert subject.ballot is not None
        sign_in(walk, User.objects.get(name="Odile Marrakchi"))
        assert subject.ballot.key in walk.read(reverse("assembly:detail", args=["2027"]))
        assert "Sign this count" in walk.read(reverse("assembly:sign", args=["2027", subject.ballot.key]))
        assert "You have signed this count." in walk.at_meeting("sign", subject.ballot.key)
    results = walk.read(reverse("assembly:results", args=["2027"]))
    assert "5 of 6 votes cast = 83.3 % &gt; 1/2 (art. 14.1)" in results
    assert "6 valid papers ÷ (1 + 1) = 3 → quota 4" in results

    walk.as_secretary()
    drafted = walk.read_desk("minutes")
    assert "Motion 1: Adopt the plan. Carried (5 of 6 votes cast" in drafted
    walk.at_desk("minutes", **said("text", "The plan was adopted.", "Le plan a été adopté."))
    assert walk.assembly.state == State.MINUTED


def end_it(walk: Walk) -> None:
    walk.as_secretary()
    assert "Done: Make it final." in walk.at_desk("act", "final")
    sign_in(walk, walk.people[0])
    page = walk.read(reverse("assembly:detail", args=["2027"]))
    assert "The plan was adopted." in page
    assert "Adopted on 11 July 2027" in page
    assert walk.assembly.state == State.FINAL


def sign_in(walk: Walk, person: User) -> None:
    walk.client.force_login(person)
