"""From a proposal to the people of whom an answer, or a reading, is wanted."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from governance.decisions import actions
from governance.decisions.actions import DecisionRefused
from governance.decisions.models import Decision, Reading
from governance.decisions.queries import decisions_awaiting
from governance.decisions.rules import Procedure, Refusal
from tests.factories.accounts import StaffFactory
from tests.factories.decisions import DecisionFactory, committee
from tests.factories.organisations import PersonFactory, delegate_of, member

pytestmark = pytest.mark.django_db


def test_a_proposal_of_somebody_who_just_left_is_refused_in_words(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    body, people = committee()
    client.force_login(people[0])
    words = {"title_en": "A new auditor", "text_en": "We change.", "procedure": "written", "subject": "other"}

    def left_meanwhile(*_args: Any, **_kwargs: Any) -> None:
        raise DecisionRefused(Refusal.NOT_A_MEMBER)

    monkeypatch.setattr(actions, "propose", left_meanwhile)
    page = client.post(
        reverse("decisions:propose", args=[body.slug]), {**words, "owner": body.offices.get(user=people[1]).pk}
    )

    assert page.status_code == 422
    assert "Only members of the committee may do this." in page.content.decode()
    assert "A new auditor" in page.content.decode()


def test_a_proposal_leads_to_its_page(client: Client) -> None:
    body, people = committee()
    client.force_login(people[0])
    words = {"title_en": "A new auditor", "text_en": "We change.", "procedure": "written", "subject": "other"}

    page = client.post(
        reverse("decisions:propose", args=[body.slug]), {**words, "owner": body.offices.get(user=people[1]).pk}
    )

    assert page["Location"] == reverse("decisions:detail", args=[Decision.objects.get().key])


def test_an_open_question_waits_for_those_who_may_answer_it_and_for_nobody_else(now: datetime) -> None:
    body, people = committee(2)
    reader, secretary = delegate_of(member()), StaffFactory()
    _other, elsewhere = committee(1)
    for procedure in (Procedure.SILENCE, Procedure.WRITTEN):
        draft = DecisionFactory(body=body, procedure=procedure)
        actions.open_decision(draft, by=people[0], now=now)

    waiting = {
        name: sorted(one.procedure for one in decisions_awaiting(person, now=now))
        for name, person in (
            ("seat", people[1]),
            ("seat elsewhere", elsewhere[0]),
            ("reader", reader),
            ("secretary", secretary),
        )
    }

    assert waiting == {"seat": ["silence", "written"], "seat elsewhere": [], "reader": [], "secretary": []}
    assert Decision.objects.visible_to(reader, on=now.date()).open().count() == 1


def test_a_stranger_confirms_no_reading(now: datetime) -> None:
    body, people = committee()
    draft = DecisionFactory(body=body, procedure=Procedure.SILENCE)
    decision = actions.open_decision(draft, by=people[0], now=now)

    with pytest.raises(DecisionRefused, match="Only members of the committee may do this"):
        actions.confirm_reading(decision, reader=PersonFactory(), now=now)

    assert not Reading.objects.exists()
