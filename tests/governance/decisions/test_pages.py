from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from governance.decisions import actions
from governance.decisions.models import Body, Decision, Interest, Reading
from governance.decisions.rules import Choice, Procedure, State
from members.accounts.models import User
from tests.factories.accounts import StaffFactory
from tests.factories.decisions import BodyFactory, DecisionFactory, committee
from tests.factories.organisations import PersonFactory, delegate_of, member

pytestmark = pytest.mark.django_db
REGISTER = "/en/decisions/"


@pytest.fixture
def reader(client: Client) -> User:
    """Signed in for a member, with no seat in any body."""
    person = delegate_of(member())
    client.force_login(person)
    return person


def taken(number: int = 1, **fields: Any) -> Decision:
    at = datetime(2026, 6, 2, 12, 0, tzinfo=UTC)
    return DecisionFactory(state=State.TAKEN, year=2026, number=number, settled_at=at, **fields)


def running(body: Body, by: User, *, procedure: Procedure = Procedure.WRITTEN) -> Decision:
    """Opened an hour ago, so that the page's own clock finds it open."""
    draft = DecisionFactory(body=body, proposed_by=by, procedure=procedure)
    return actions.open_decision(draft, by=by, now=timezone.now() - timedelta(hours=1))


def test_the_anonymous_are_sent_to_sign_in_and_strangers_get_404(client: Client) -> None:
    decision = taken()
    address = reverse("decisions:detail", args=[decision.key])

    anonymous = client.get(address)
    client.force_login(PersonFactory())
    strange = [client.get(one).status_code for one in (address, REGISTER, reverse("decisions:csv"))]

    assert (anonymous.status_code, anonymous["Location"].startswith("/en/accounts/login/")) == (302, True)
    assert strange == [404, 404, 404]


def test_a_committee_member_answers_on_the_page(client: Client) -> None:
    body, people = committee()
    decision = running(body, people[0])
    client.force_login(people[1])

    page = client.post(reverse("decisions:answer", args=[decision.key]), {"choice": "for"}, follow=True)

    assert "Your answer is recorded." in page.content.decode()
    assert decision.answers.get().member == people[1]


def test_a_refused_answer_says_why_and_keeps_what_was_typed(client: Client) -> None:
    body, people = committee()
    decision = running(body, people[0])
    client.force_login(people[1])
    actions.recuse(decision, member=people[1], words="A cousin.", now=timezone.now())

    page = client.post(reverse("decisions:answer", args=[decision.key]), {"choice": "for", "reason": "My words."})

    assert page.status_code == 422
    assert "You are recused from this decision" in page.content.decode()


def test_an_objection_without_a_reason_is_asked_for_it(client: Client) -> None:
    body, people = committee()
    decision = running(body, people[0], procedure=Procedure.SILENCE)
    client.force_login(people[1])
    address = reverse("decisions:answer", args=[decision.key])

    unknown, unreasoned = (client.post(address, {"choice": choice}) for choice in ("perhaps", "object"))

    assert [unknown.status_code, unreasoned.status_code] == [422, 422]
    assert "Say why, so that the others can answer you." in unreasoned.content.decode()


def test_who_answered_what_stays_in_the_committee(client: Client, reader: User) -> None:
    body, (chair, *_others) = committee(1)
    chair.name = "Hana Obradović"
    chair.save(update_fields=["name"])
    decision = running(body, chair)
    actions.answer(decision, member=chair, choice=Choice.FOR, reason="It is cheaper.", now=timezone.now())
    address = reverse("decisions:detail", args=[decision.key])

    for_members = client.get(address).content.decode()
    client.force_login(chair)
    for_the_committee = client.get(address).content.decode()

    assert "It is cheaper." in for_the_committee
    assert "It is cheaper." not in for_members
    assert "1 for, 0 against, 0 abstained;" in for_members
    assert "(art. 18.2)" in for_members


def test_an_interest_is_declared_and_the_member_leaves(client: Client) -> None:
    body, people = committee()
    decision = running(body, people[0])
    client.force_login(people[1])
    address = reverse("decisions:recuse", args=[decision.key])

    empty = client.post(address, {"words": ""})
    client.post(address, {"words": "My sister works there."})
    again = client.post(address, {"words": "Again."})

    assert [empty.status_code, again.status_code] == [422, 422]
    assert Interest.objects.get().words == "My sister works there."


def test_a_member_says_that_they_have_read_it(client: Client, reader: User) -> None:
    body, people = committee()
    decision = running(body, people[0], procedure=Procedure.SILENCE)

    client.post(reverse("decisions:read", args=[decision.key]))

    assert Reading.objects.get().reader == reader
    assert "You have read it." in client.get(reverse("decisions:detail", args=[decision.key])).content.decode()


def test_what_is_taken_is_not_confirmed_as_read_any_more(client: Client, reader: User) -> None:
    decision = taken(procedure=Procedure.SILENCE)

    page = client.post(reverse("decisions:read", args=[decision.key]), follow=True)

    assert "not open for answers" in page.content.decode()


def test_a_draft_is_opened_and_withdrawn_by_its_body(client: Client) -> None:
    body, people = committee()
    draft = DecisionFactory(body=body)
    client.force_login(people[1])

    opened = client.post(reverse("decisions:open", args=[draft.key]), follow=True)
    twice = client.post(reverse("decisions:open", args=[draft.key]), follow=True)
    client.post(reverse("decisions:withdraw", args=[draft.key]))

    draft.refresh_from_db()
    assert f"Decision {draft.register_number} is open." in opened.content.decode()
    assert "was opened already" in twice.content.decode()
    assert draft.state == State.WITHDRAWN


def test_members_outside_the_body_withdraw_nothing(client: Client, reader: User) -> None:
    body, people = committee()
    decision = running(body, people[0], procedure=Procedure.SILENCE)

    page = client.post(reverse("decisions:withdraw", args=[decision.key]), follow=True)

    decision.refresh_from_db()
    assert "Only members of the committee may do this." in page.content.decode()
    assert decision.is_open


def test_a_member_of_the_body_proposes_a_draft(client: Client) -> None:
    body, people = committee()
    client.force_login(people[0])
    owner = body.offices.get(user=people[1])
    words = {"title_en": "A new auditor", "text_en": "We change the auditor.", "procedure": "written"}

    client.post(
        reverse("decisions:propose", args=[body.slug]),
        {**words, "subject": "other", "owner": owner.pk, "due_on": "2027-01-31"},
    )

    draft = Decision.objects.get()
    assert (str(draft.title), draft.state, draft.follow_ups.get().owner) == ("A new auditor", "draft", people[1])


def test_a_proposal_needs_a_title_and_a_seat(client: Client, reader: User) -> None:
    body, people = committee()
    address = reverse("decisions:propose", args=[body.slug])

    stranger = client.get(address)
    client.force_login(people[0])
    untitled = client.post(address, {"procedure": "written", "subject": "other"})

    assert (stranger.status_code, untitled.status_code) == (404, 200)
    assert "Write the title in at least one language." in untitled.content.decode()


def test_the_secretariat_sees_everything_and_proposes_too(client: Client) -> None:
    body = BodyFactory()
    draft = DecisionFactory(body=body)
    client.force_login(StaffFactory())

    found = client.get(REGISTER)

    assert found.context["drafts"] == [draft]
    assert client.get(reverse("decisions:propose", args=[body.slug])).status_code == 200


def test_who_carries_it_out_is_asked_for_in_words_and_by_the_page_itself(client: Client) -> None:
    body, people = committee()
    client.force_login(people[0])

    page = client.post(reverse("decisions:propose", args=[body.slug]), {"subject": "other"}).content.decode()

    assert "Choose who carries it out." in page
    assert '<option value="" selected>Choose a person</option>' in page
    assert 'class="stack" novalidate' in page
