"""Who may see a ballot, and who may sign its count: the table, and that the query and the predicate agree."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from governance.ledger.models import Entry
from governance.voting.actions import (
    BallotRefused,
    appoint_teller,
    close_ballot,
    count,
    dismiss_teller,
    give_mandate,
    make_electorate,
    sign_result,
    withdraw,
)
from governance.voting.models import Ballot, Teller
from governance.voting.permissions import may_see, may_sign, tellers_of
from governance.voting.rules.words import State
from members.accounts.models import User
from tests.factories.accounts import StaffFactory, UserFactory
from tests.factories.organisations import ContactFactory, OrganisationFactory
from tests.factories.voting import NOON, electorate, holder, mandates, motion, open_motion, teller_of

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


def people() -> dict[str, User | AnonymousUser]:
    """One of each kind, and three ballots: a draft, an open one, and a draft that was withdrawn unasked."""
    organisation, person, holding = OrganisationFactory(), UserFactory(), UserFactory()
    everybody = make_electorate("General assembly")
    give_mandate(everybody, to=organisation, held_by=holding)
    give_mandate(everybody, to=person)
    motion(everybody)
    open_motion(everybody)
    withdraw(motion(everybody), reason="A mistake", now=NOON)
    open_motion(electorate(organisations=1))
    until = TODAY + timedelta(days=5)
    return {
        "holder": holding,
        "person": person,
        "delegate": ContactFactory(organisation=organisation, user=UserFactory(), until_on=until).user,
        "gone": ContactFactory(organisation=organisation, user=UserFactory(is_active=False)).user,
        "stranger": UserFactory(),
        "secretariat": StaffFactory(),
        "nobody": AnonymousUser(),
    }


def test_ballots_are_seen_once_opened_by_whoever_has_part_in_them() -> None:
    table = people()

    seen = {who: Ballot.objects.visible_to(user, on=TODAY).count() for who, user in table.items()}

    assert seen == {
        **{"holder": 1, "person": 1, "delegate": 1},
        **{"gone": 0, "stranger": 0, "secretariat": 4, "nobody": 0},
    }


@pytest.mark.parametrize("on", [TODAY, TODAY + timedelta(days=5), date(1990, 1, 1)])
def test_the_query_and_the_predicate_agree(on: date) -> None:
    for user in people().values():
        asked = {ballot.pk for ballot in Ballot.objects.all() if may_see(user, ballot, on=on)}

        assert asked == set(Ballot.objects.visible_to(user, on=on).values_list("pk", flat=True))


def test_a_contact_sees_nothing_from_the_day_on_which_it_ended() -> None:
    delegate = people()["delegate"]

    days = [TODAY + timedelta(days=4), TODAY + timedelta(days=5)]

    assert [Ballot.objects.visible_to(delegate, on=day).count() for day in days] == [1, 0]


def test_only_a_teller_signs_and_not_the_secretariat() -> None:
    ballot = open_motion(electorate(organisations=1))
    close_ballot(ballot, now=NOON)
    count(ballot, now=NOON)
    elsewhere = teller_of(open_motion(electorate(organisations=1)))

    with pytest.raises(BallotRefused, match=r"^The secretariat runs the count and cannot sign it\."):
        sign_result(ballot, by=StaffFactory(), now=NOON)
    for somebody in (holder(mandates(ballot.electorate)[0]), elsewhere):
        with pytest.raises(BallotRefused, match=r"^Only a teller may sign this count\. You are not one of its tellers"):
            sign_result(ballot, by=somebody, now=NOON)
    signed = sign_result(ballot, by=teller_of(ballot), now=NOON)

    assert signed.state == State.SIGNED
    assert Entry.objects.filter(kind="signed").count() == 1


def test_a_teller_signs_from_the_first_day_until_the_last() -> None:
    ballot, person = open_motion(electorate(organisations=1)), UserFactory()
    teller = appoint_teller(ballot.electorate, person=person, on=TODAY)
    dismiss_teller(teller, on=TODAY + timedelta(days=3))

    days = [TODAY + timedelta(days=n) for n in (-1, 0, 2, 3)]

    assert [may_sign(person, ballot, on=day) for day in days] == [False, True, True, False]
    assert list(tellers_of(ballot, on=TODAY)) == [teller]
    assert not may_sign(AnonymousUser(), ballot, on=TODAY)


def test_somebody_who_is_a_teller_is_appointed_once_and_released_once() -> None:
    everybody, person = electorate(organisations=1), UserFactory(name="Odile Marrakchi")
    first = appoint_teller(everybody, person=person, on=TODAY)

    assert appoint_teller(everybody, person=person, on=TODAY + timedelta(days=9)) == first
    assert str(first) == "Odile Marrakchi (General assembly)"
    dismiss_teller(first, on=TODAY - timedelta(days=1))
    with pytest.raises(BallotRefused, match=r"^This teller was released already\.$"):
        dismiss_teller(first, on=TODAY)
    assert Teller.objects.get().until_on == TODAY
    assert appoint_teller(everybody, person=person, on=TODAY) != first


def test_nobody_without_an_account_is_appointed() -> None:
    with pytest.raises(BallotRefused, match=r"^Odile has no account to sign with any more\.$"):
        appoint_teller(electorate(organisations=1), person=UserFactory(name="Odile", is_active=False), on=TODAY)


def test_one_open_term_a_teller_and_electorate_even_by_sql() -> None:
    ballot = open_motion(electorate(organisations=1))
    person = teller_of(ballot)

    with pytest.raises(IntegrityError), transaction.atomic():
        Teller.objects.create(electorate=ballot.electorate, person=person, from_on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Teller.objects.update(until_on=TODAY - timedelta(days=1))
