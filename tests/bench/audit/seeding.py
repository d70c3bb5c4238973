"""What the demo network has not, brought about for the audit, by the product's own actions wherever there is one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from governance.assembly.models import Assembly

MEMBER = "teodora@kite.example"
WITHOUT_PASSWORD = "lucien@kite.example"
COMING, CONVENED = "coming", "convened"
MINUTES_ARE_OUT = timedelta(days=27)


def prepare() -> None:
    """Drafts, offers, plans and objections: the states in which the forms are that the demo leaves behind it."""
    now = timezone.now()
    for_the_member(now)
    drafts(now)
    convened_meeting(now)
    objections()
    papers_of_the_desk(now)


def for_the_member(now: datetime) -> None:
    """A role that is offered, a saved search; and somebody who never chose a password."""
    from members.accounts.models import User
    from members.organisations.models import Organisation
    from search.models import SavedSearch
    from tests.factories.organisations import ContactOfferFactory

    member = User.objects.get(email=MEMBER)
    ContactOfferFactory.create(
        organisation=Organisation.objects.get(slug="paper-boat"),
        email=MEMBER,
        offered_by=User.objects.get(email="secretary@kite.example"),
        offered_at=now,
        until_at=now + timedelta(days=14),
    )
    SavedSearch.objects.create(
        person=member, name="Plans", asked="q=plan", language="en", frequency="weekly", since_at=now, due_at=now
    )
    newcomer = User.objects.get(email=WITHOUT_PASSWORD)
    newcomer.set_unusable_password()
    newcomer.save(update_fields=["password"])


def drafts(now: datetime) -> None:
    """Of a meeting, of a decision, of the statutes; and a second committee, so that there is one to choose."""
    from cms.languages import translated
    from governance.decisions.models import Body
    from governance.statutes.actions import draft_statutes
    from members.accounts.models import User
    from members.organisations.models import Organisation
    from tests.factories.assembly import add_election, add_motion
    from tests.factories.decisions import DecisionFactory

    meeting = written(COMING, opens_at=now + timedelta(days=200))
    people = [User.objects.get(email=f"{name}@kite.example") for name in ("teodora", "lucien", "wen")]
    members = list(Organisation.objects.order_by("pk")[:3])
    add_motion(meeting, mover=members[0])
    add_election(meeting, candidates=list(zip(members, people, strict=True)))
    DecisionFactory.create(body=Body.objects.order_by("pk")[0], procedure="meeting", proposed_by=people[1])
    draft_statutes(on=now.date())
    name = translated(en="Finance committee", fr="Comité des finances", es="Comité de finanzas")
    Body.objects.create(slug="finance", name=name)


def convened_meeting(now: datetime) -> None:
    """Its roll is frozen, so that votes can be passed on and lines of it objected to."""
    from governance.assembly import actions
    from members.accounts.models import User
    from members.organisations.models import Organisation
    from tests.factories.assembly import add_motion

    opens_at = now + timedelta(days=25)
    meeting = written(CONVENED, opens_at=opens_at)
    mine = Organisation.objects.get(slug="lantern-forum")
    add_motion(meeting, mover=mine)
    actions.convene(meeting, now=opens_at - timedelta(days=68))
    actions.freeze_roll(meeting, now=opens_at - timedelta(days=30))
    entry = meeting.roll.exclude(organisation=mine).order_by("pk")[0]
    by = User.objects.get(email=MEMBER)
    actions.object_to_roll(entry, organisation=mine, by=by, text="Their dues are paid.", now=now)


def written(slug: str, *, opens_at: datetime) -> Assembly:
    from cms.languages import translated
    from governance.assembly.models import Assembly

    return Assembly.objects.create(
        slug=slug,
        title=translated(en="Extraordinary assembly", fr="Assemblée extraordinaire", es="Asamblea extraordinaria"),
        place=translated(en="Online", fr="En ligne", es="En línea"),
        opens_at=opens_at,
        closes_at=opens_at + timedelta(days=2),
        record_on=opens_at.date() - timedelta(days=30),
    )


def objections() -> None:
    """To the minutes of the last meeting and to one of its results, raised in time and never answered."""
    from governance.assembly import actions
    from governance.assembly.models import Assembly
    from governance.voting.models import Ballot
    from members.accounts.models import User
    from members.organisations.models import Organisation

    meeting = Assembly.objects.get(state="minuted")
    mine, by = Organisation.objects.get(slug="lantern-forum"), User.objects.get(email=MEMBER)
    at = meeting.opens_at + MINUTES_ARE_OUT
    actions.object_to_minutes(meeting, organisation=mine, by=by, text="We were there.", now=at)
    counted = Ballot.objects.filter(electorate=meeting.electorate_id, state__in=("counted", "signed")).order_by("pk")
    actions.challenge(counted[0], organisation=mine, by=by, text="The doors were closed.", now=at)


def papers_of_the_desk(now: datetime) -> None:
    """A payment plan, a stopped address, and a file of the library whose reading waits for an editor."""
    from cms.case_studies.importing import bring
    from members.accounts.models import User
    from members.delivery.models import Suppression
    from members.organisations.actions import agree_plan
    from members.organisations.models import Organisation
    from tests.cms.case_studies.texts import ENGLISH

    paper_boat = Organisation.objects.get(slug="paper-boat")
    agree_plan(paper_boat, from_on=now.date(), until_on=None, terms="Half now, half in autumn.")
    Suppression.objects.create(address="gone@kite.example", stream="bulletin", reason="Unsubscribed", since_at=now)
    secretary = User.objects.get(email="secretary@kite.example")
    bring(ENGLISH.encode(), name="bell.txt", by=secretary, now=now)
