from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from cms.languages import translated
from governance.decisions import actions
from governance.decisions.models import Answer, Decision, FollowUp, Office, Presence, Reading, Recusal
from governance.decisions.rules import FollowUpState, OfficeRole, Procedure, State
from tests.factories.decisions import BodyFactory, DecisionFactory, FollowUpFactory, OfficeFactory, committee
from tests.factories.organisations import PersonFactory

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


def test_a_number_is_unique_per_body_and_year() -> None:
    taken = {"state": State.LAPSED, "settled_at": MOMENT, "year": 2026, "number": 1}
    first = DecisionFactory(**taken)
    DecisionFactory(**taken)

    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionFactory(**taken, body=first.body)

    assert Decision.objects.count() == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"state": State.OPEN, "deadline_at": MOMENT},
        {"state": State.OPEN, "year": 2026, "number": 1},
        {"state": State.TAKEN, "year": 2026, "number": 1},
        {"state": State.RATIFIED, "year": 2026, "number": 1, "settled_at": MOMENT},
    ],
    ids=["no number", "no deadline", "not said when", "not said when ratified"],
)
def test_a_decision_cannot_be_in_a_state_that_it_has_not_earned(fields: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionFactory(**fields)

    assert not Decision.objects.exists()


def test_a_meeting_needs_no_deadline() -> None:
    assert DecisionFactory(procedure=Procedure.MEETING, state=State.OPEN, year=2026, number=1).is_open


def test_a_member_has_one_current_answer_to_a_decision() -> None:
    decision, member = DecisionFactory(), PersonFactory()
    given = {"decision": decision, "member": member, "choice": "for", "answered_at": MOMENT}
    Answer.objects.create(**given, version=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(**given, version=2)

    assert Answer.objects.count() == 1


def test_a_member_is_recused_once_from_a_decision() -> None:
    decision, member = DecisionFactory(), PersonFactory()
    interest = decision.interests.create(member=member, words="A cousin.", declared_at=MOMENT)
    given = {"decision": decision, "member": member, "interest": interest, "recused_at": MOMENT}
    Recusal.objects.create(**given)

    with pytest.raises(IntegrityError), transaction.atomic():
        Recusal.objects.create(**given)

    assert Recusal.objects.count() == 1


def test_what_is_done_says_when() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUpFactory(state=FollowUpState.DONE, done_on=None)

    assert not FollowUp.objects.exists()


def test_a_body_has_one_chair_at_a_time() -> None:
    body = BodyFactory()
    OfficeFactory(body=body, role=OfficeRole.CHAIR, until_on=date(2026, 1, 1))
    OfficeFactory(body=body, role=OfficeRole.CHAIR)

    with pytest.raises(IntegrityError), transaction.atomic():
        OfficeFactory(body=body, role=OfficeRole.CHAIR)

    assert Office.objects.chairs().count() == 2


def test_everything_says_what_it_is(now: datetime) -> None:
    body, people = committee(2)
    person = people[1]
    decision = actions.open_decision(
        DecisionFactory(body=body, title=translated(en="Rent"), procedure="meeting"), by=person, now=now
    )
    recusal = actions.recuse(decision, member=person, words="A cousin.", now=now)
    follow_up = FollowUpFactory(decision=decision, owner=person)
    rows = [
        (recusal, f"{person}: 2026/1 Rent"),
        (recusal.interest, f"{person}: A cousin."),
        (Reading(decision=decision, reader=person), f"{person}: 2026/1 Rent"),
        (Presence(decision=decision, member=person), f"{person}: 2026/1 Rent"),
        (Answer(decision=decision, member=person, choice="for"), f"{person}: For"),
        (follow_up, f"2026/1 Rent: {person}"),
        (body.offices.get(user=person), f"{person}, Member"),
    ]

    assert [str(row) for row, _said in rows] == [said for _row, said in rows]
