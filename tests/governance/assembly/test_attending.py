from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import Presence, Proxy
from governance.assembly.queries import attendance_of, mandate_of
from governance.assembly.queries.pages import possible_holders
from governance.voting.models import Instruction
from members.accounts.models import User
from members.organisations.models import Organisation
from tests.factories.accounts import UserFactory
from tests.factories.assembly import NOON, Meeting, convened, electing, frozen, opened

pytestmark = pytest.mark.django_db


def register(meeting: Meeting, place: int) -> Presence:
    return actions.register(
        meeting.assembly, organisation=meeting.organisations[place], person=meeting.people[place], now=NOON
    )


def give(meeting: Meeting, *, giver: int, holder: int, **more: Any) -> Proxy:
    said = {"by": meeting.people[giver], "now": NOON, **more}
    return actions.give_proxy(
        meeting.assembly, giver=meeting.organisations[giver], holder=meeting.organisations[holder], **said
    )


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(AssemblyRefused) as refused:
        act()
    return str(refused.value)


def test_who_registers_votes_for_the_organisation_and_with_its_proxies() -> None:
    meeting = opened(organisations=3)
    give(meeting, giver=1, holder=0)

    register(meeting, 0)

    held = meeting.people[0].held_mandates.order_by("holding")
    assert [(one.organisation, one.holding) for one in held] == [
        (meeting.organisations[0], "own"),
        (meeting.organisations[1], "proxy"),
    ]


def test_registering_twice_is_once() -> None:
    meeting = opened(organisations=1)

    assert register(meeting, 0) == register(meeting, 0)
    assert meeting.assembly.presences.count() == 1


def test_an_observer_takes_part_without_a_vote() -> None:
    meeting = opened(organisations=1)

    actions.register(meeting.assembly, organisation=meeting.observer, person=meeting.observing, now=NOON)

    assert not meeting.observing.held_mandates.exists()
    assert attendance_of(meeting.assembly).taking_part == 0


def test_each_refusal_of_a_registration_says_why() -> None:
    meeting, early = opened(organisations=3), frozen(slug="early", organisations=1)
    first, second, _third = meeting.organisations
    colleague = UserFactory(name="Odile Marrakchi")
    meeting.assembly.delegations.create(organisation=first, person=colleague)
    register(meeting, 0)
    give(meeting, giver=1, holder=0)

    def registering(organisation: Organisation, person: User) -> Callable[[], object]:
        return lambda: actions.register(meeting.assembly, organisation=organisation, person=person, now=NOON)

    assert refusal(lambda: register(early, 0)) == "You can register while the assembly is open."
    assert refusal(registering(second, meeting.people[0])) == f"You are not in the delegation of {second.name}."
    assert refusal(registering(first, colleague)) == (
        f"{meeting.people[0].name} is registered for {first.name} already. "
        "One person votes for an organisation at a time."
    )
    assert refusal(registering(second, meeting.people[1])) == (
        "Your organisation has given a proxy. Take it back first, then register."
    )
    assert meeting.assembly.presences.count() == 1


def test_who_leaves_votes_no_longer_and_may_come_back() -> None:
    meeting = opened(organisations=2)
    give(meeting, giver=1, holder=0)
    register(meeting, 0)

    actions.leave(
        meeting.assembly, organisation=meeting.organisations[0], person=meeting.people[0], now=NOON + timedelta(hours=1)
    )

    assert not meeting.people[0].held_mandates.exists()
    assert attendance_of(meeting.assembly).taking_part == 0
    register(meeting, 0)
    assert meeting.people[0].held_mandates.count() == 2


def test_nobody_leaves_who_is_not_there_or_has_drawn() -> None:
    meeting, _ballot = electing(organisations=6)
    leaving, absent = meeting.organisations[0], meeting.people[1]

    assert (
        refusal(lambda: actions.leave(meeting.assembly, organisation=leaving, person=absent, now=NOON))
        == f"You are not registered for {leaving.name}."
    )
    assert "A ballot paper was drawn with the vote of" in refusal(
        lambda: actions.leave(meeting.assembly, organisation=leaving, person=meeting.people[0], now=NOON)
    )
    assert meeting.assembly.presences.now_there().count() == 6


def test_each_refusal_of_a_proxy_says_why() -> None:
    meeting = opened(organisations=6)
    meeting.organisations.append(meeting.observer)
    meeting.people.append(meeting.observing)
    give(meeting, giver=1, holder=0)
    register(meeting, 2)
    late, observer = NOON + timedelta(days=3, seconds=1), 6

    assert refusal(lambda: give(meeting, giver=3, holder=0, now=late)) == (
        "The time for giving proxies is over. Register and vote yourself."
    )
    assert refusal(lambda: give(meeting, giver=3, holder=3)) == "Choose another organisation to vote for yours."
    assert refusal(lambda: give(meeting, giver=observer, holder=0)) == (
        "Your organisation may not vote in this assembly, so it has no vote to give."
    )
    assert refusal(lambda: give(meeting, giver=3, holder=observer)) == (
        "This organisation may not vote in this assembly. Choose another."
    )
    assert refusal(lambda: give(meeting, giver=1, holder=3)) == (
        "Your organisation has given a proxy already. Take it back first."
    )
    assert refusal(lambda: give(meeting, giver=2, holder=0)) == (
        "Your organisation is registered and votes itself. Leave the assembly first."
    )
    assert refusal(lambda: give(meeting, giver=0, holder=3)) == (
        "Your organisation holds a proxy itself and cannot pass its vote on."
    )
    assert refusal(lambda: give(meeting, giver=3, holder=1)) == (
        "This organisation has given its own vote to another. Choose one that takes part itself."
    )
    assert refusal(lambda: give(meeting, giver=3, holder=0, by=meeting.people[4])) == (
        f"You are not in the delegation of {meeting.organisations[3].name}."
    )
    assert Proxy.objects.count() == 1


def test_no_proxy_before_the_roll_is_frozen() -> None:
    meeting = convened(organisations=2)
    meeting.assembly.delegations.create(organisation=meeting.organisations[0], person=meeting.people[0])

    assert refusal(lambda: give(meeting, giver=0, holder=1)) == (
        "Proxies can be given once the roll is frozen and until the assembly closes."
    )


def test_a_member_holds_two_proxies_and_no_third() -> None:
    meeting = frozen(organisations=4)
    give(meeting, giver=1, holder=0)
    give(meeting, giver=2, holder=0)

    said = refusal(lambda: give(meeting, giver=3, holder=0))

    assert said == "This organisation holds as many proxies as one member may. Choose another."
    assert meeting.organisations[0].proxies_held.count() == 2


def test_only_those_who_can_hold_it_are_offered() -> None:
    meeting = frozen(organisations=7)
    giver, full, first, second, away, hidden, free = meeting.organisations
    give(meeting, giver=2, holder=1)
    give(meeting, giver=3, holder=1)
    give(meeting, giver=4, holder=6)
    type(hidden).objects.filter(pk=hidden.pk).update(hidden=True)

    offered = possible_holders(meeting.assembly, giver=giver)

    assert offered == [free]
    assert {full, first, second, away} <= set(meeting.organisations)


def test_a_proxy_is_taken_back_by_its_giver_once() -> None:
    meeting = opened(organisations=2)
    register(meeting, 0)
    proxy = give(meeting, giver=1, holder=0)

    wrong = refusal(lambda: actions.revoke_proxy(proxy, by=meeting.people[0], now=NOON))
    actions.revoke_proxy(proxy, by=meeting.people[1], now=NOON)
    twice = refusal(lambda: actions.revoke_proxy(proxy, by=meeting.people[1], now=NOON))

    mandate = mandate_of(meeting.assembly, meeting.organisations[1])
    assert wrong == "Only the organisation that gave a proxy may take it back."
    assert twice == "This proxy was taken back already."
    assert mandate is not None and mandate.held_by is None and not mandate.is_by_proxy
    register(meeting, 1)
    assert meeting.people[1].held_mandates.get() == mandate


def test_a_proxy_stays_once_a_paper_was_drawn_with_it() -> None:
    meeting = opened(organisations=2)
    register(meeting, 0)
    proxy = give(meeting, giver=1, holder=0)
    actions.draw_papers(meeting.assembly, by=meeting.people[0], now=NOON)

    said = refusal(lambda: actions.revoke_proxy(proxy, by=meeting.people[1], now=NOON))

    proxy.refresh_from_db()
    assert "A ballot paper was drawn with the vote of" in said
    assert proxy.revoked_at is None


def test_what_was_told_goes_with_the_proxy_that_it_was_told_with() -> None:
    meeting = frozen(organisations=3)
    proxy = give(meeting, giver=1, holder=0, told={meeting.motions[0]: 2})
    assert Instruction.objects.get().choice == [[2]]

    actions.revoke_proxy(proxy, by=meeting.people[1], now=NOON)
    give(meeting, giver=1, holder=2)

    assert not Instruction.objects.exists()
