"""A member objects, challenges, reads a paper; a teller signs. Nobody else finds these pages."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from cms.languages import translated
from governance.assembly import actions
from governance.assembly.models import Challenge, MinutesObjection, Paper, RollObjection
from governance.assembly.rules.words import Verdict
from governance.voting.actions import appoint_teller
from governance.voting.models import Ballot
from tests.downloads import download
from tests.factories.accounts import UserFactory
from tests.factories.assembly import (
    Meeting,
    attended,
    closed,
    electing,
    fresh,
    frozen,
    hand_in_all,
    minuted,
    opened,
    voting,
)

pytestmark = pytest.mark.django_db


def today() -> datetime:
    return datetime.now(UTC)


def url(page: str, *more: object) -> str:
    return reverse(f"assembly:{page}", args=["2026", *more])


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def first_ballot(meeting: Meeting) -> Ballot:
    ballot = meeting.motions[0].ballot
    assert ballot is not None
    return ballot


def test_a_member_objects_to_the_roll_and_everybody_reads_the_answer(client: Client) -> None:
    meeting = frozen(now=today(), organisations=2)
    client.force_login(meeting.people[0])
    address = url("object-to-roll", meeting.organisations[1].slug)

    asked = text_of(client.get(address))
    empty = text_of(client.post(address, {"organisation": meeting.organisations[0].slug, "text": ""}))
    typed = {"organisation": meeting.organisations[0].slug, "text": "They left the network."}
    client.post(address, typed)
    objection = RollObjection.objects.get()
    actions.answer_roll_objection(objection, verdict=Verdict.UPHELD, answer="They did.", now=today())
    page = text_of(client.get(url("roll")))

    assert f"The roll says that {meeting.organisations[1].name} may vote. You say that it may not." in asked
    assert "Say what you object to and why." in empty
    assert "They left the network." in page and "They did." in page
    assert "after an objection." in page


def test_an_observer_is_told_what_the_roll_says_of_it(client: Client) -> None:
    meeting = frozen(now=today(), organisations=1)
    client.force_login(meeting.observing)

    page = text_of(client.get(url("object-to-roll", meeting.observer.slug)))

    assert "The roll says that East Shore Observers may not vote. You say that it may." in page


def test_a_refused_objection_keeps_what_was_typed(client: Client) -> None:
    meeting = opened(now=today(), organisations=2)
    client.force_login(meeting.people[0])
    typed = {"organisation": meeting.organisations[0].slug, "text": "Too late, I fear."}

    page = text_of(client.post(url("object-to-roll", meeting.organisations[1].slug), typed))

    assert "Objections to the roll end when the assembly opens." in page
    assert "Too late, I fear." in page


def test_a_member_objects_to_the_minutes_and_challenges_a_result(client: Client) -> None:
    meeting = minuted(now=today() - timedelta(days=11), organisations=5)
    client.force_login(meeting.people[0])
    typed = {"organisation": meeting.organisations[0].slug, "text": "Item 2 was adjourned."}
    challenged = url("challenge", first_ballot(meeting).key)

    offered = text_of(client.get(url("detail")))
    client.post(url("object-to-minutes"), typed)
    client.post(challenged, typed)
    detail, results = text_of(client.get(url("detail"))), text_of(client.get(url("results")))

    assert url("object-to-minutes") in offered
    assert challenged in results
    assert (MinutesObjection.objects.count(), Challenge.objects.count()) == (1, 1)
    assert "Item 2 was adjourned." in detail and "Item 2 was adjourned." in results


def test_pages_for_objecting_are_found_by_delegations_alone(client: Client) -> None:
    meeting = minuted(now=today() - timedelta(days=11), organisations=5)
    pages = [
        url("object-to-roll", meeting.organisations[0].slug),
        url("object-to-minutes"),
        url("challenge", first_ballot(meeting).key),
    ]

    anonymous = [client.get(page).status_code for page in pages]
    client.force_login(UserFactory())
    stranger = [client.get(page).status_code for page in pages]
    client.force_login(UserFactory(is_staff=True))
    secretariat = [client.get(page).status_code for page in pages]
    client.force_login(meeting.people[0])
    nowhere = [client.get(url("challenge", "nothing")), client.get(url("object-to-roll", "nobody"))]

    assert (anonymous, stranger, secretariat) == ([302] * 3, [404] * 3, [404] * 3)
    assert [answer.status_code for answer in nowhere] == [404, 404]


def test_a_paper_is_read_by_those_who_may_see_the_meeting(client: Client) -> None:
    meeting = frozen(now=today(), organisations=1)
    item = meeting.assembly.agenda.get(number=1)
    paper = Paper(item=item, title=translated(en="The plan"))
    paper.file = ContentFile(b"words", name="plan.pdf")
    actions.add_paper(paper, now=today())
    actions.add_paper(Paper(item=item, title=translated(en="On the table")), now=today())

    anonymous = client.get(url("paper", 1, 1))
    client.force_login(UserFactory())
    stranger = client.get(url("paper", 1, 1))
    client.force_login(meeting.people[0])
    given, without_file = download(client, url("paper", 1, 1)), client.get(url("paper", 1, 2))

    assert given.content == b"words"
    assert (anonymous.status_code, stranger.status_code, without_file.status_code) == (302, 404, 404)


def test_a_teller_compares_a_count_that_nobody_else_reads_and_signs_it(client: Client) -> None:
    meeting, ballot = electing(now=today(), organisations=6)
    hand_in_all(meeting, ballot, choices=[[[1], [2]]] * 4 + [[[2]], []])
    actions.close_and_count(ballot, now=today())
    teller = meeting.people[5]
    appoint_teller(ballot.electorate, person=teller, on=today().date())
    address = url("sign", ballot.key)

    client.force_login(meeting.people[0])
    other = client.get(address).status_code
    client.force_login(teller)
    offered, shown = text_of(client.get(url("detail"))), text_of(client.get(address))
    signed = text_of(client.post(address, follow=True))

    assert other == 404
    assert address in offered
    assert "5 valid papers ÷ (1 + 1) = 2.5 → quota 3" in shown
    assert "You have signed this count." in signed
    assert client.get(address).status_code == 404


def test_a_result_shows_how_far_each_came_in_a_picture_and_in_words(client: Client) -> None:
    meeting, ballot = electing(now=today(), organisations=6)
    hand_in_all(meeting, ballot, choices=[[[1], [2]]] * 4 + [[[2]], [[3], [2]]])
    actions.close_and_count(ballot, now=today())
    appoint_teller(ballot.electorate, person=meeting.people[5], on=today().date())
    actions.sign(ballot, by=meeting.people[5], now=today())
    client.force_login(meeting.people[0])

    page = text_of(client.get(url("results")))

    assert page.count('role="img"') == 3
    assert ": 4 first preferences, 0 by transfer, 4 at the most; quota 4" in page
    assert "6 valid papers ÷ (1 + 1) = 3 → quota 4" in page
    assert 'data-l="1. First choices">4</td>' in page
    assert "Elected, stage 1" in page and "Not elected" in page
    assert "Exhausted and rounding" in page


def test_a_recorded_result_shows_the_line_that_had_to_be_reached(client: Client) -> None:
    meeting = closed(now=today() - timedelta(days=5), organisations=5)
    client.force_login(meeting.people[0])

    page = text_of(client.get(url("results")))

    assert 'd="M3 -4V16"' in page
    assert "needed: 3" in page
    assert "5 entitled, drawn on" in page


def test_leaving_is_offered_until_a_paper_is_drawn_and_then_not(client: Client) -> None:
    meeting = attended(now=today(), organisations=6)
    client.force_login(meeting.people[0])

    before = text_of(client.get(url("detail")))
    actions.draw_papers(meeting.assembly, by=meeting.people[0], now=today())
    after = text_of(client.get(url("detail")))
    refused = text_of(client.post(url("leave"), {"organisation": meeting.organisations[0].slug}, follow=True))

    assert ("Leave the assembly" in before, "Leave the assembly" in after) == (True, False)
    assert "A ballot paper was drawn with the vote of" in refused


def test_who_is_registered_is_not_asked_whom_to_give_a_proxy_to(client: Client) -> None:
    meeting, _ballot = voting(now=today(), organisations=3)
    client.force_login(meeting.people[0])

    answer = client.get(url("proxy", meeting.organisations[0].slug), follow=True)

    assert answer.redirect_chain == [(url("detail"), 302)]
    assert "Your organisation is registered and votes itself. Leave the assembly first." in text_of(answer)
    assert fresh(meeting).assembly.is_open
