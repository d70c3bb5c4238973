"""The roll, the door, the tellers and the minutes at the secretariat's desk."""

from datetime import timedelta

import pytest
from django.test import Client

from governance.assembly import actions
from governance.assembly.models import Assembly, RollObjection
from governance.assembly.rules.words import Part, Verdict
from governance.voting.models import Teller
from tests.factories.assembly import (
    closed,
    fresh,
    frozen,
    opened,
)
from tests.governance.assembly.desk import LOST_NOTHING, at, read, said, send, today

pytestmark = pytest.mark.django_db


def test_an_objection_to_the_roll_is_answered(secretary: Client) -> None:
    meeting = frozen(now=today(), organisations=2)
    entry = meeting.assembly.roll.get(organisation=meeting.organisations[1])
    organisation, by = meeting.organisations[0], meeting.people[0]
    objection = actions.object_to_roll(entry, organisation=organisation, by=by, text="They left.", now=today())
    address = at(meeting, "answer-roll-objection", objection.key)

    asked = read(secretary, address)
    without = send(secretary, address, verdict="upheld", answer="")
    send(secretary, address, verdict="upheld", answer="They did.")
    page = read(secretary, at(meeting, "roll"))

    assert "They left." in asked
    assert LOST_NOTHING in without
    assert RollObjection.objects.get().verdict == Verdict.UPHELD
    assert "They did." in page and "after an objection." in page


def test_people_come_to_the_door_and_leave(secretary: Client) -> None:
    meeting = opened(now=today(), organisations=2)
    one = meeting.assembly.delegations.get(person=meeting.people[0])

    came = send(secretary, at(meeting, "register"), delegation=one.pk, way="room")
    send(secretary, at(meeting, "register"), delegation=one.pk, way="nonsense")
    there = meeting.assembly.presences.get()
    left = send(secretary, at(meeting, "leave", there.pk))

    assert f"{meeting.people[0].name} is registered for {meeting.organisations[0].name}." in came
    assert f"{meeting.people[0].name} has left." in left
    assert (there.way, meeting.assembly.presences.now_there().exists()) == ("room", False)
    assert secretary.post(at(meeting, "register"), {"delegation": "x"}).status_code == 404
    assert secretary.post(at(meeting, "leave", there.pk)).status_code == 404


def test_a_delegation_and_the_tellers_are_named(secretary: Client) -> None:
    meeting = frozen(now=today(), organisations=4)
    other = meeting.people[3]

    send(
        secretary,
        at(meeting, "appoint"),
        organisation=meeting.organisations[0].pk,
        person=other.pk,
        part="alternate",
    )
    added = meeting.assembly.delegations.get(organisation=meeting.organisations[0], person=other)
    send(secretary, at(meeting, "dismiss", added.pk))
    refused = send(secretary, at(meeting, "appoint-teller"), person=meeting.people[0].pk)
    send(secretary, at(meeting, "appoint-teller"), person=other.pk)
    teller = Teller.objects.get()
    send(secretary, at(meeting, "dismiss-teller", teller.pk))
    again = send(secretary, at(meeting, "dismiss-teller", teller.pk))

    assert added.part == Part.ALTERNATE
    assert not meeting.assembly.delegations.filter(pk=added.pk).exists()
    assert "cannot be a teller of it." in refused
    assert "This teller was released already." in again


def test_minutes_are_drafted_from_what_happened_and_objections_answered(secretary: Client) -> None:
    meeting = closed(now=today() - timedelta(days=5), organisations=5)

    drafted = read(secretary, at(meeting, "minutes"))
    send(secretary, at(meeting, "minutes"), **said("text", "We adopted it."))
    meeting = fresh(meeting)
    organisation, by = meeting.organisations[0], meeting.people[0]
    raised = actions.object_to_minutes(meeting.assembly, organisation=organisation, by=by, text="Not all.", now=today())
    ballot = meeting.motions[0].ballot
    assert ballot is not None
    actions.challenge(ballot, organisation=organisation, by=by, text="No sound.", now=today())
    challenge = meeting.assembly.challenges.get()
    listed = read(secretary, at(meeting, "objections"))
    address = at(meeting, "answer-minutes-objection", raised.key)
    send(secretary, address, verdict="upheld", answer="True.", **said("text", "Most of us adopted it."))
    send(secretary, at(meeting, "answer-challenge", challenge.key), verdict="dismissed", answer="There was.")
    refused = send(secretary, at(meeting, "act", "final"))

    assert "Motion 1: Proposal 1. Carried (5 of 5 votes cast" in drafted
    assert "Proposition 1. Adoptée" in drafted or "Proposition 1" in drafted
    assert "Not all." in listed and "No sound." in listed
    assert str(Assembly.objects.get().minutes.text) == "Most of us adopted it."
    assert "A ballot is not counted and signed by the tellers yet." in refused
