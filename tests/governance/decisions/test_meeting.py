"""What a meeting decides: who was there, who left, and the show of hands."""

from datetime import datetime

import pytest

from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.models import Body, Decision, Presence, Recusal
from governance.decisions.rules import Count, Procedure, State
from governance.ledger.queries import verify
from members.accounts.models import User
from tests.factories.decisions import DecisionFactory, committee
from tests.factories.organisations import PersonFactory

pytestmark = pytest.mark.django_db


def sitting(body: Body, by: User, now: datetime) -> Decision:
    draft = DecisionFactory(body=body, procedure=Procedure.MEETING)
    return actions.open_decision(draft, by=by, now=now)


def hands(votes_for: int, votes_against: int = 0, abstentions: int = 0) -> Count:
    return Count(votes_for=votes_for, votes_against=votes_against, abstentions=abstentions)


def test_who_was_there_makes_the_quorum_and_who_left_is_out_of_the_base(now: datetime) -> None:
    body, people = committee(7)
    decision = sitting(body, people[0], now)

    taken = actions.take_in_meeting(decision, hands(2), present=people[:3], left={people[6]: "My firm."}, now=now)

    figures = {name: taken.outcome[name] for name in ("entitled", "recused", "base", "present", "reason")}
    assert figures == {"entitled": 7, "recused": 1, "base": 6, "present": 3, "reason": "majority"}
    assert set(Presence.objects.values_list("member", flat=True)) == {one.pk for one in people[:3]}
    assert Recusal.objects.get().interest.words == "My firm."
    assert verify().holds


def test_too_few_in_the_room_decide_nothing(now: datetime) -> None:
    body, people = committee(7)
    decision = sitting(body, people[0], now)

    lapsed = actions.take_in_meeting(decision, hands(3), present=people[:3], now=now)

    assert (lapsed.state, lapsed.outcome["reason"]) == (State.LAPSED, "no_quorum")


def test_a_room_that_abstains_makes_a_quorum_and_no_majority(now: datetime) -> None:
    body, people = committee(4)
    decision = sitting(body, people[0], now)

    lapsed = actions.take_in_meeting(decision, hands(0), present=people[:3], now=now)

    assert (lapsed.state, lapsed.outcome["reason"]) == (State.LAPSED, "tied")


@pytest.mark.parametrize("there", [0, 2])
def test_more_votes_than_people_in_the_room_are_refused_and_nothing_is_kept(now: datetime, there: int) -> None:
    body, people = committee(4)
    decision = sitting(body, people[0], now)

    with pytest.raises(DecisionRefused, match="more votes than members"):
        actions.take_in_meeting(decision, hands(3), present=people[:there], left={people[3]: "A cousin."}, now=now)

    decision.refresh_from_db()
    assert decision.is_open
    assert not Presence.objects.exists()
    assert not Recusal.objects.exists()


def test_somebody_who_was_recused_before_is_in_the_room_and_not_in_the_count(now: datetime) -> None:
    body, people = committee(3)
    decision = sitting(body, people[0], now)
    actions.recuse(decision, member=people[2], words="A cousin.", now=now)

    taken = actions.take_in_meeting(decision, hands(2), present=people, now=now)

    assert (taken.outcome["present"], taken.outcome["base"]) == (2, 2)


def test_only_who_sits_in_the_body_is_in_its_meeting(now: datetime) -> None:
    body, people = committee(3)
    decision, guest = sitting(body, people[0], now), PersonFactory()

    for there in ({"present": [guest]}, {"left": {guest: "A guest."}}):
        with pytest.raises(DecisionRefused, match="Only members of the committee"):
            actions.take_in_meeting(decision, hands(1), now=now, **there)

    decision.refresh_from_db()
    assert decision.is_open
