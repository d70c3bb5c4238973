"""Who carries a decision out, and how it is handed on."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.models import Decision
from governance.decisions.queries import register
from governance.decisions.rules import FollowUpState, Mark, State
from governance.ledger.models import Entry
from tests.factories.accounts import StaffFactory
from tests.factories.decisions import DecisionFactory, FollowUpFactory, committee
from tests.factories.organisations import delegate_of, member

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 10)


def taken(number: int = 1, **fields: Any) -> Decision:
    at = datetime(2026, 6, 2, 12, 0).astimezone()
    return DecisionFactory(state=State.TAKEN, year=2026, number=number, settled_at=at, **fields)


def test_a_follow_up_is_handed_on_by_a_new_row(now: datetime) -> None:
    first, heir = FollowUpFactory(decision=taken(), due_on=TODAY), delegate_of(member())

    actions.drop_follow_up(first, now=now)
    actions.assign_follow_up(first.decision, owner=heir, due_on=date(2026, 9, 1), now=now)

    assert list(first.decision.follow_ups.order_by("pk").values_list("state", "owner", "due_on")) == [
        ("dropped", first.owner_id, TODAY),
        ("in_hand", heir.pk, date(2026, 9, 1)),
    ]
    assert list(Entry.objects.order_by("n").values_list("kind", flat=True)) == [
        "decision_dropped",
        "decision_assigned",
    ]


def test_what_is_not_taken_is_given_to_nobody(now: datetime) -> None:
    draft = DecisionFactory()

    with pytest.raises(DecisionRefused, match="Only a decision that was taken"):
        actions.assign_follow_up(draft, owner=StaffFactory(), due_on=None, now=now)

    assert not draft.follow_ups.exists()


def test_what_is_done_is_not_dropped(now: datetime) -> None:
    done = FollowUpFactory(decision=taken(), state=FollowUpState.DONE, done_on=TODAY)

    with pytest.raises(DecisionRefused, match="settled already"):
        actions.drop_follow_up(done, now=now)


def test_the_follow_up_that_presses_most_speaks_for_the_decision() -> None:
    decision = taken()
    FollowUpFactory(decision=decision, state=FollowUpState.DROPPED, due_on=TODAY - timedelta(days=90))
    FollowUpFactory(decision=decision, state=FollowUpState.DONE, done_on=TODAY)
    FollowUpFactory(decision=decision)
    pressing = FollowUpFactory(decision=decision, due_on=TODAY - timedelta(days=2))
    FollowUpFactory(decision=decision, due_on=TODAY + timedelta(days=2))

    (line,) = register(StaffFactory(), on=TODAY, year=2026)

    assert (line.follow_up, line.mark) == (pressing, Mark.LATE)


def test_the_owner_says_on_the_page_that_it_is_done(client: Client) -> None:
    owner = delegate_of(member())
    follow_up = FollowUpFactory(decision=taken(), owner=owner)
    address = reverse("decisions:finish", args=[follow_up.decision.key])
    client.force_login(owner)

    page = client.post(address, {"follow_up": follow_up.pk}, follow=True).content.decode()
    again = client.post(address, {"follow_up": follow_up.pk}, follow=True).content.decode()

    follow_up.refresh_from_db()
    assert follow_up.state == FollowUpState.DONE
    assert "It is written down as carried out." in page
    assert "This was settled already." in again
    assert "It is carried out</button>" not in again


def test_nobody_finishes_what_another_carries_out_or_what_is_elsewhere(client: Client) -> None:
    owner, reader = delegate_of(member()), delegate_of(member())
    follow_up, other = FollowUpFactory(decision=taken(), owner=owner), FollowUpFactory(decision=taken(), owner=owner)
    address = reverse("decisions:finish", args=[follow_up.decision.key])

    client.force_login(reader)
    strange = client.post(address, {"follow_up": follow_up.pk}).status_code
    page = client.get(reverse("decisions:detail", args=[follow_up.decision.key])).content.decode()
    client.force_login(owner)
    elsewhere = client.post(address, {"follow_up": other.pk}).status_code
    damaged = client.post(address, {"follow_up": "x"}).status_code

    assert [strange, elsewhere, damaged] == [404, 404, 404]
    assert "It is carried out</button>" not in page
    assert set(follow_up.decision.follow_ups.values_list("state", flat=True)) == {"in_hand"}


def test_with_several_hands_the_page_names_them_all(client: Client) -> None:
    decision = taken()
    people = [FollowUpFactory(decision=decision, owner__name=name).owner for name in ("Noor Halvorsen", "Wen C")]
    client.force_login(delegate_of(member()))

    page = client.get(reverse("decisions:detail", args=[decision.key])).content.decode()

    assert all(f"<b>{person.name}</b>: In hand" in page for person in people)


def test_an_interest_is_declared_by_somebody_who_stays(client: Client, now: datetime) -> None:
    body, people = committee(3)
    decision = actions.open_decision(DecisionFactory(body=body), by=people[0], now=datetime.now().astimezone())
    client.force_login(people[1])
    address = reverse("decisions:declare", args=[decision.key])

    empty = client.post(address, {"words": " "}).status_code
    page = client.post(address, {"words": "My sister works there."}, follow=True).content.decode()
    answered = client.post(reverse("decisions:answer", args=[decision.key]), {"choice": "for"})

    assert (empty, answered.status_code) == (422, 302)
    assert "Your interest is in the register. You may still answer." in page
    assert "My sister works there." in page
    assert not decision.recusals.exists()


def test_only_those_who_run_it_are_offered_to_open_or_withdraw(client: Client) -> None:
    body, people = committee(2)
    decision = actions.open_decision(
        DecisionFactory(body=body, procedure="silence"), by=people[0], now=datetime.now().astimezone()
    )
    button = reverse("decisions:withdraw", args=[decision.key])
    pages = []
    for person in (people[0], delegate_of(member())):
        client.force_login(person)
        pages.append(client.get(reverse("decisions:detail", args=[decision.key])).content.decode())

    assert [button in page for page in pages] == [True, False]
