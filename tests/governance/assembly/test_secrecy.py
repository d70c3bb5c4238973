"""What the pages of a secret ballot never keep: the credential is in a form, and nowhere else."""

import logging
import re
import sys
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.signals import got_request_exception
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.views.debug import ExceptionReporter

from governance.assembly import actions
from governance.assembly.actions import voting as voting_actions
from governance.assembly.views import elections
from governance.box.models import Paper
from governance.ledger.models import Entry
from governance.voting.actions import appoint_teller
from governance.voting.models import Ballot
from tests.factories.assembly import (
    attended,
    electing,
    hand_in_all,
)

pytestmark = pytest.mark.django_db
LOST_NOTHING = "Nothing that you wrote is lost."
NO_STORE = "no-store"
BREAKS = {"hand-in": "cast_into_the_box", "draw": "drawn_papers"}


def today() -> datetime:
    """Pages read the clock."""
    return datetime.now(UTC)


def url(page: str, *more: str, slug: str = "2026") -> str:
    return reverse(f"assembly:{page}", args=[slug, *more])


class Reports:
    """What the technical report of a crash would say, as it is written when DEBUG is off."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, *, request: HttpRequest, **_signal: object) -> None:
        reporter = ExceptionReporter(request, *sys.exc_info())
        self.text += reporter.get_traceback_text() + reporter.get_traceback_html()


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def election_page(ballot: Ballot, page: str = "hand-in") -> str:
    return url(page, ballot.election.key)


def test_no_page_of_a_ballot_is_stored_anywhere(client: Client) -> None:
    meeting, ballot = electing(now=today())
    motion = actions.put_to_the_vote(meeting.motions[0], now=today())
    client.force_login(meeting.people[0])
    filled = {"credential": meeting.drawn[0].credential, "c1": "1"}
    answers = [
        client.get(url("ballot", motion.key)),
        client.get(election_page(ballot, "election")),
        client.post(election_page(ballot, "draw")),
        client.post(election_page(ballot), filled),
        client.post(election_page(ballot), {**filled, "seal": "1"}),
    ]

    assert [answer.status_code for answer in answers] == [200] * 5
    assert all(NO_STORE in answer["Cache-Control"] for answer in answers)


def test_a_credential_is_in_no_address_session_or_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    meeting, ballot = electing(now=today())
    credential = meeting.drawn[0].credential
    client.force_login(meeting.people[0])
    caplog.set_level(logging.DEBUG)

    review = client.post(election_page(ballot), {"credential": credential, "c1": "1"})
    done = client.post(election_page(ballot), {"credential": credential, "c1": "1", "seal": "1"})
    again = client.post(election_page(ballot), {"credential": credential, "c2": "1", "seal": "1"})

    assert [answer.status_code for answer in (review, done, again)] == [200, 200, 200]
    assert credential not in text_of(done)
    assert "Another paper was already cast with this credential." in text_of(again)
    assert credential not in f"{dict(client.session)} {client.cookies} {caplog.text}"
    assert all(credential not in str(entry.body) for entry in Entry.objects.all())


def crash(*_given: object, **_named: object) -> None:
    raise RuntimeError("the machine stumbles")


def test_a_paper_that_is_sent_twice_lies_once_in_the_box_and_has_the_same_receipt(client: Client) -> None:
    """As when a receipt is loaded again, or a slow line makes somebody press twice (decision 26)."""
    meeting, ballot = electing(now=today())
    client.force_login(meeting.people[0])
    paper = {"credential": meeting.drawn[0].credential, "c1": "1", "seal": "1"}

    first, second = (text_of(client.post(election_page(ballot), paper)) for _time in range(2))

    (code,) = set(re.findall(r'class="big code">([^<]+)<', first))
    assert set(re.findall(r'class="big code">([^<]+)<', second)) == {code}
    assert Paper.objects.count() == 1


@pytest.mark.parametrize("step", ["hand-in", "draw"])
def test_a_crash_report_holds_no_credential(client: Client, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    meeting, ballot = electing(now=today())
    credential, reports = meeting.drawn[0].credential, Reports()
    monkeypatch.setattr(voting_actions if step == "hand-in" else elections, BREAKS[step], crash)
    monkeypatch.setattr(actions, "draw_papers", lambda *_given, **_named: list(meeting.drawn))
    client.force_login(meeting.people[0])
    client.raise_request_exception = False
    sent = {"credential": credential, "c1": "1", "seal": "1"} if step == "hand-in" else {}
    got_request_exception.connect(reports.write)

    answer = client.post(election_page(ballot, step), sent)

    assert answer.status_code == 500
    assert "the machine stumbles" in reports.text
    assert credential not in reports.text


def test_every_paper_that_was_drawn_is_shown_also_for_the_next_election(client: Client) -> None:
    meeting = attended(now=today(), organisations=2, elections=2)
    ballot = actions.draft(meeting.election)
    client.force_login(meeting.people[0])

    page = text_of(client.post(election_page(ballot, "draw")))
    twice = text_of(client.post(election_page(ballot, "draw")))

    assert len(re.findall(r'class="code">[^<]+<', page)) == 4
    assert "Paper 1: Election of the chair" in re.sub("<[^>]+>", "", page)
    assert "Paper 2: for a later election" in page
    assert "You have drawn your ballot papers already" in twice
    assert 'class="code">' not in twice


def test_a_paper_handed_in_after_the_close_is_told_so(client: Client) -> None:
    meeting, ballot = electing(now=today())
    hand_in_all(meeting, ballot, choices=[[[1]]] * 6)
    actions.close_and_count(ballot, now=today())
    client.force_login(meeting.people[0])

    late = text_of(client.post(election_page(ballot), {"credential": "0" * 26, "c1": "1", "seal": "1"}))
    page = client.get(election_page(ballot, "election"))

    assert "The ballot closed before your paper arrived. It was not counted." in late
    assert page["Location"] == url("results")


def test_a_spoilt_paper_is_given_back_as_it_was_written(client: Client) -> None:
    meeting, ballot = electing(now=today())
    client.force_login(meeting.people[0])
    typed = {"credential": meeting.drawn[0].credential, "c1": "1", "c2": "1"}

    page = text_of(client.post(election_page(ballot), typed))
    empty = text_of(client.post(election_page(ballot), {}))

    assert "This number stands beside another name too. Write each number once." in page
    assert f'value="{meeting.drawn[0].credential}"' in page
    assert "Type the code of your ballot paper." in empty


def test_a_code_with_a_group_too_few_is_told_before_anything_is_checked(client: Client) -> None:
    meeting, ballot = electing(now=today())
    client.force_login(meeting.people[0])
    short = meeting.drawn[0].credential[:-3]

    page = text_of(client.post(election_page(ballot), {"credential": short, "c2": "1"}))

    assert "A code has 26 letters and digits. Compare yours with the one that you kept." in page
    assert f'value="{short}"' in page
    assert re.search(r'name="c2"[^>]*value="1"|value="1"[^>]*name="c2"', page)


def test_a_blank_paper_is_said_to_be_one(client: Client) -> None:
    meeting, ballot = electing(now=today())
    client.force_login(meeting.people[0])

    page = text_of(client.post(election_page(ballot), {"credential": meeting.drawn[0].credential}))

    assert "A blank paper: it is counted apart and elects nobody." in page


def test_the_board_is_shown_once_the_result_may_be_read(client: Client) -> None:
    meeting, ballot = electing(now=today())
    codes = hand_in_all(meeting, ballot, choices=[[[1]]] * 6)
    client.force_login(meeting.observing)
    address = url("board", ballot.key)

    open_ = client.get(address).status_code
    actions.close_and_count(ballot, now=today())
    counted = client.get(address).status_code
    appoint_teller(ballot.electorate, person=meeting.people[5], on=today().date())
    actions.sign(ballot, by=meeting.people[5], now=today())
    signed = client.get(address)

    assert (open_, counted, signed.status_code) == (404, 404, 200)
    assert all(code in text_of(signed) for code in codes)


def test_the_page_says_what_is_protected_and_what_is_not(client: Client) -> None:
    meeting, ballot = electing(now=today())
    client.force_login(meeting.people[0])

    page = text_of(client.get(election_page(ballot, "election")))

    assert "Is my vote secret?" in page
    assert "stand in two databases" in page
    assert "For a moment the server sees your paper while you hand it in." in page
