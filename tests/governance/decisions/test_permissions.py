"""Who sees and does what: the predicate, the list in SQL, and the table they must both keep to."""

from datetime import date, datetime
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from governance.decisions.models import Body, Decision
from governance.decisions.permissions import (
    NothingIsErased,
    NothingIsRewritten,
    may_finish,
    may_run,
    may_see,
    standpoint_of,
)
from governance.decisions.rules import Procedure, Standpoint, State
from members.accounts.models import User
from tests.factories.accounts import StaffFactory
from tests.factories.decisions import BodyFactory, DecisionFactory, FollowUpFactory, OfficeFactory, committee
from tests.factories.organisations import ContactFactory, PersonFactory, TermFactory, delegate_of, member

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 10)
NUMBERED = {State.OPEN, State.TAKEN, State.LAPSED, State.RATIFIED}


def everybody(body: Body) -> dict[str, User | AnonymousUser]:
    """Each kind of person there is, with and without a role on the day."""
    here = OfficeFactory(body=body, user=delegate_of(member())).user
    away = OfficeFactory(body=body, user=delegate_of(member()), until_on=TODAY).user
    soon = OfficeFactory(body=body, user=PersonFactory(), from_on=date(2026, 6, 11)).user
    asleep = OfficeFactory(body=body, user=PersonFactory(is_active=False)).user
    return {
        "member of the body": here,
        "sits without an organisation": OfficeFactory(body=body).user,
        "sat until yesterday": away,
        "sits from tomorrow": soon,
        "sits elsewhere": OfficeFactory(user=PersonFactory()).user,
        "closed account": asleep,
        "secretary": StaffFactory(),
        "secretary with a seat": OfficeFactory(body=body, user=StaffFactory()).user,
        "member": delegate_of(member()),
        "stranger": PersonFactory(),
        "anonymous": AnonymousUser(),
    }


def every_decision(body: Body) -> list[Decision]:
    """Each state by each procedure, opened and never opened."""
    at = datetime(2026, 6, 1, 12, 0).astimezone()
    made: list[Decision] = []
    for number, (state, procedure, opened_at) in enumerate(product(State, Procedure, (None, at)), start=1):
        numbered = {"year": 2026, "number": number} if state in NUMBERED else {}
        made.append(
            DecisionFactory(
                body=body,
                state=state,
                procedure=procedure,
                opened_at=opened_at,
                deadline_at=at,
                settled_at=at,
                ratified_on=TODAY,
                **numbered,
            )
        )
    return made


def test_standpoints_are_told_apart_by_the_day() -> None:
    body = BodyFactory()

    found = {name: standpoint_of(user, body, on=TODAY) for name, user in everybody(body).items()}

    assert found == {
        "member of the body": Standpoint.BODY,
        "sits without an organisation": Standpoint.BODY,
        "sat until yesterday": Standpoint.MEMBERS,
        "sits from tomorrow": Standpoint.OUTSIDE,
        "sits elsewhere": Standpoint.OUTSIDE,
        "closed account": Standpoint.OUTSIDE,
        "secretary": Standpoint.SECRETARIAT,
        "secretary with a seat": Standpoint.BODY,
        "member": Standpoint.MEMBERS,
        "stranger": Standpoint.OUTSIDE,
        "anonymous": Standpoint.OUTSIDE,
    }


def test_the_list_in_sql_and_the_predicate_agree_on_everybody_and_everything() -> None:
    body = BodyFactory()
    decisions = every_decision(body)

    for name, user in everybody(body).items():
        listed = set(Decision.objects.visible_to(user, on=TODAY))
        assert listed == {one for one in decisions if may_see(user, one, on=TODAY)}, name


def test_members_see_what_was_taken_and_what_silence_was_asked_about() -> None:
    body, reader = BodyFactory(), delegate_of(member())
    every_decision(body)

    seen = Decision.objects.visible_to(reader, on=TODAY)

    assert {(one.state, one.procedure, bool(one.opened_at)) for one in seen} == {
        *product(("taken", "ratified"), ("meeting", "written", "silence"), (True, False)),
        *product(("open", "lapsed", "withdrawn"), ("silence",), (True,)),
    }


class TestTheTwoAgree(TestCase):
    """A law: for any terms of office and membership, on any day, the list and the predicate say the same."""

    @given(
        begins=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        lasts=st.integers(1, 400),
        joined=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        on=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        state=st.sampled_from([State.OPEN, State.TAKEN, State.LAPSED]),
        procedure=st.sampled_from(list(Procedure)),
    )
    def test_on_any_day(
        self, begins: date, lasts: int, joined: date, on: date, state: State, procedure: Procedure
    ) -> None:
        at = datetime(2026, 6, 1, 12, 0).astimezone()
        contact = ContactFactory(organisation=TermFactory(from_on=joined).organisation, from_on=joined)
        person = contact.user
        until = date.fromordinal(begins.toordinal() + lasts)
        office = OfficeFactory(user=person, from_on=begins, until_on=until)
        decision = DecisionFactory(
            body=office.body, state=state, procedure=procedure, year=2026, number=1,
            opened_at=at, deadline_at=at, settled_at=at,
        )  # fmt: skip

        listed = Decision.objects.visible_to(person, on=on).exists()

        assert listed is may_see(person, decision, on=on)


def test_only_the_body_and_the_secretariat_run_it() -> None:
    body = BodyFactory()

    may = {name for name, user in everybody(body).items() if may_run(user, body, on=TODAY)}

    assert may == {"member of the body", "sits without an organisation", "secretary", "secretary with a seat"}


def test_a_follow_up_is_finished_by_its_owner_or_the_secretariat() -> None:
    _body, (chair, owner, _third) = committee()
    follow_up = FollowUpFactory(owner=owner)

    assert [may_finish(one, follow_up) for one in (owner, StaffFactory(), chair)] == [True, True, False]


def test_an_administrator_deletes_nothing_and_rewrites_no_office() -> None:
    administrator = StaffFactory()
    kept, frozen = NothingIsErased(Body), NothingIsRewritten(Body)
    actions = ("add", "view", "change", "delete")

    assert [kept.user_has_permission(administrator, act) for act in actions] == [True, True, True, False]
    assert [frozen.user_has_permission(administrator, act) for act in actions] == [True, True, False, False]
    assert not kept.user_has_permission(PersonFactory(), "change")
