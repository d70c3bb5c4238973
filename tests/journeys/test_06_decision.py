"""The executive committee takes a decision in writing; it appears in the register with its number."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from governance.decisions.models import Decision
from governance.ledger.queries import verify
from tests.factories.decisions import committee
from tests.factories.organisations import delegate_of, member

pytestmark = pytest.mark.django_db
TITLE = "Second signature for payments above 5,000 francs"


def propose(client: Client) -> Decision:
    body, people = committee(3)
    client.force_login(people[0])
    owner = body.offices.get(user=people[2])
    words = {"title_en": TITLE, "text_en": "The treasurer and one more member sign.", "procedure": "written"}
    client.post(reverse("decisions:propose", args=[body.slug]), {**words, "subject": "other", "owner": owner.pk})
    return Decision.objects.get()


def test_the_committee_decides_in_writing_and_members_read_it_in_the_register(client: Client) -> None:
    decision = propose(client)
    reader = delegate_of(member())

    client.post(reverse("decisions:open", args=[decision.key]))
    client.force_login(reader)
    before = client.get(reverse("decisions:register")).content.decode()
    for office in decision.body.offices.order_by("pk"):
        client.force_login(office.user)
        assert TITLE in client.get(reverse("home:today")).content.decode()
        client.post(reverse("decisions:answer", args=[decision.key]), {"choice": "for"})
    client.force_login(reader)
    after = client.get(reverse("decisions:register")).content.decode()
    detail = client.get(reverse("decisions:detail", args=[decision.key])).content.decode()

    year = datetime.now(UTC).year
    assert TITLE not in before
    assert f"{year}/1" in after
    assert TITLE in after
    assert "In writing, 3 for" in " ".join(after.split())
    assert "3 of 3 answered, quorum 1/2;" in detail
    assert verify().holds
