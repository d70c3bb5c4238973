"""Who is written to, in which language, and never twice."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest

from cms.languages import translated
from governance.decisions import actions
from governance.decisions.models import Body, Decision
from governance.decisions.queries import due_to_remind
from governance.decisions.rules import Choice, Count, Procedure
from governance.decisions.tasks import remind_due
from members.accounts.models import User
from members.delivery.models import Delivery, Dispatch
from tests.factories.accounts import StaffFactory
from tests.factories.decisions import DecisionFactory, OfficeFactory, committee
from tests.factories.organisations import PersonFactory, delegate_of, member
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def said(message: EmailMessage, kind: str = "plain") -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def opened(body: Body, by: User, now: datetime, **fields: Any) -> Decision:
    return actions.open_decision(DecisionFactory(body=body, proposed_by=by, **fields), by=by, now=now)


def told(topic: str) -> set[str]:
    """Who got, or will get, this kind of notice."""
    return set(Delivery.objects.filter(dispatch__about__endswith=f" {topic}").values_list("address", flat=True))


def addresses(*people: User) -> set[str]:
    return {person.email for person in people}


@pytest.mark.parametrize("procedure", [Procedure.WRITTEN, Procedure.SILENCE])
def test_whoever_must_answer_is_told_when_a_question_opens(now: datetime, procedure: Procedure) -> None:
    body, people = committee(3)
    OfficeFactory(body=body, until_on=now.date())
    OfficeFactory(body=body, user=PersonFactory(is_active=False))
    delegate_of(member())

    decision = opened(body, people[0], now, procedure=procedure)

    dispatch = Dispatch.objects.get()
    assert (dispatch.stream, dispatch.about) == ("statutory", f"decision {decision.key} question")
    assert told("question") == addresses(*people)


def test_a_meeting_asks_nobody_to_answer(now: datetime) -> None:
    body, people = committee(3)

    opened(body, people[0], now, procedure=Procedure.MEETING)

    assert not Dispatch.objects.exists()


def test_a_body_with_nobody_in_it_is_opened_all_the_same(now: datetime) -> None:
    body, people = committee(1)
    secretary = StaffFactory()
    actions.end_office(body.offices.get(user=people[0]), until_on=now.date(), now=now)

    assert opened(body, secretary, now).is_open
    assert not Dispatch.objects.exists()


def test_an_address_that_no_relay_takes_holds_up_nobody(now: datetime) -> None:
    body, people = committee(2)
    User.objects.filter(pk=people[1].pk).update(email="señora@example.org")

    opened(body, people[0], now)

    assert told("question") == addresses(people[0])


def test_each_reader_gets_the_question_in_their_language(mailbox: Mailbox, now: datetime) -> None:
    body, people = committee(2)
    User.objects.filter(pk=people[1].pk).update(language="fr")
    title = translated(en="Second\nsignature", fr="Deuxième signature")

    decision = opened(body, people[0], now, title=title)
    received = {mail.recipients[0]: mail.message for mail in mailbox.deliver()}

    english, french = received[people[0].email], received[people[1].email]
    text = said(english)
    html = said(english, "html")
    assert english["Subject"] == "Your answer is wanted: 2026/1 Second signature"
    assert "2026/1 Deuxième signature" in french["Subject"]
    assert "Until 17 June 2026, 17:00 (Europe/Zurich)." in text
    assert f"/en/decisions/{decision.key}/" in text
    assert f"/fr/decisions/{decision.key}/" in said(french)
    assert "Second" in html


def test_those_who_have_not_answered_are_reminded_once(now: datetime) -> None:
    body, (chair, recused, late, later) = committee(4)
    decision = opened(body, chair, now)
    actions.answer(decision, member=chair, choice=Choice.FOR, now=now)
    actions.recuse(decision, member=recused, words="A cousin.", now=now)

    early, due, again = (remind_due(now + after * DAY) for after in (4, 6, 6))

    assert (early, due, again) == (0, 1, 0)
    assert told("reminder") == addresses(late, later)


def test_by_silence_whoever_has_read_it_is_not_reminded(now: datetime) -> None:
    body, people = committee(3)
    decision = opened(body, people[0], now, procedure=Procedure.SILENCE)
    actions.confirm_reading(decision, reader=people[1], now=now)

    remind_due(now + 6 * DAY)

    assert told("reminder") == addresses(people[0], people[2])


def test_when_all_have_spoken_nobody_is_reminded_and_it_is_not_asked_again(now: datetime) -> None:
    body, people = committee(2)
    decision = opened(body, people[0], now, procedure=Procedure.SILENCE)
    for person in people:
        actions.confirm_reading(decision, reader=person, now=now)

    assert (remind_due(now + 6 * DAY), due_to_remind(now + 6 * DAY)) == (1, [])
    assert told("reminder") == set()


def test_after_the_deadline_and_after_the_end_nobody_is_reminded(now: datetime) -> None:
    body, people = committee(2)
    late, settled = opened(body, people[0], now), opened(body, people[0], now)
    for person in people:
        actions.answer(settled, member=person, choice=Choice.FOR, now=now)

    assert actions.remind(settled, now=now + 6 * DAY) == 0
    assert actions.remind(late, now=now + 8 * DAY) == 0
    assert told("reminder") == set()


def test_the_whole_committee_is_told_what_became_of_it(mailbox: Mailbox, now: datetime) -> None:
    body, people = committee(2)
    decision = opened(body, people[0], now)
    for person in people:
        actions.answer(decision, member=person, choice=Choice.FOR, now=now)

    text = said(mailbox.deliver()[-1].message)

    assert told("outcome") == addresses(*people)
    assert "this decision is taken. More were for it than against." in text


def test_a_recused_member_is_told_the_outcome_too_and_of_a_meeting_as_well(now: datetime) -> None:
    body, people = committee(3)
    decision = opened(body, people[0], now, procedure=Procedure.MEETING)
    count = Count(votes_for=2, votes_against=0, abstentions=0)

    actions.take_in_meeting(decision, count, left={people[2]: "My firm."}, now=now)

    assert told("outcome") == addresses(*people)


def test_what_is_withdrawn_is_told_to_those_who_were_asked_and_a_draft_to_nobody(now: datetime) -> None:
    body, people = committee(2)
    actions.withdraw(DecisionFactory(body=body), by=people[0], now=now)
    assert told("withdrawal") == set()

    actions.withdraw(opened(body, people[0], now), by=people[0], now=now)

    assert told("withdrawal") == addresses(*people)
