"""Each step of a meeting's life has its time, and says so when it is too early or too late."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import Assembly
from governance.assembly.rules.words import State
from governance.voting import actions as voting_actions
from governance.voting.actions import BallotRefused
from members.delivery.models import Dispatch
from members.organisations.models import Contact
from tests.factories.assembly import NOON, Meeting, attended, convened, draft, frozen, opened
from tests.factories.statutes import statutes

pytestmark = pytest.mark.django_db


def test_statutes_can_leave_proxies_out_of_the_quorum() -> None:
    statutes(from_on=NOON.date() - timedelta(days=400), proxy_counts_for_quorum=(0, "10.3"))
    meeting = opened(organisations=2)
    giver, holder = meeting.organisations
    actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[0], now=NOON)
    actions.register(meeting.assembly, organisation=holder, person=meeting.people[1], now=NOON)

    reading = actions.read_quorum(meeting.assembly, now=NOON)

    assert (reading.present, reading.represented, reading.met) == (1, 0, True)


def test_a_meeting_that_nobody_can_be_told_of_is_convened_without_a_mail() -> None:
    meeting = draft(organisations=1)
    Contact.objects.update(until_on=NOON.date() - timedelta(days=100))

    assembly = actions.convene(meeting.assembly, now=NOON - timedelta(days=68))

    assert (assembly.state, assembly.notices.count()) == (State.CONVENED, 0)
    assert not Dispatch.objects.exists()


def test_notice_is_given_in_time_or_the_meeting_is_not_convened() -> None:
    meeting = draft(organisations=1)

    with pytest.raises(AssemblyRefused) as refused:
        actions.convene(meeting.assembly, now=NOON - timedelta(days=59))

    assert str(refused.value) == (
        "The statutes ask for 60 days of notice (art. 9.1). It had to go out by 11 April 2026: choose a later"
        " day for the opening."
    )
    Assembly.objects.update(kind="extraordinary")
    assert actions.convene(meeting.assembly, now=NOON - timedelta(days=59)).state == State.CONVENED


@pytest.mark.parametrize(
    ("made", "act", "early", "sentence"),
    [
        (convened, actions.freeze_roll, 31, "The roll is drawn on the record date, 11 May 2026. It cannot be frozen"),
        (frozen, actions.open_assembly, 1, "This assembly was called for 10 June 2026, 12:00. It cannot be opened"),
    ],
)
def test_no_step_comes_before_its_day(
    made: Callable[..., Meeting], act: Callable[..., Any], early: int, sentence: str
) -> None:
    meeting = made(organisations=1)

    with pytest.raises(AssemblyRefused) as refused:
        act(meeting.assembly, now=NOON - timedelta(days=early))

    assert str(refused.value) == f"{sentence} before."


def test_a_draw_that_voting_refuses_is_refused_here(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = attended(organisations=1)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise BallotRefused("Drawn meanwhile.")

    monkeypatch.setattr(voting_actions, "draw", refuse)

    with pytest.raises(AssemblyRefused, match=r"^Drawn meanwhile\.$"):
        actions.draw_papers(meeting.assembly, by=meeting.people[0], now=NOON)
