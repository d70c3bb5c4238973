"""The executive committee takes a decision in writing; it appears in the register with its number."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from governance.decisions.models import Body, Decision
from governance.ledger.queries import verify
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.decisions import committee
from tests.factories.organisations import delegate_of, member
from tests.mailbox import Mailbox
from tests.site import SiteRoot

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


def test_the_secretariat_runs_a_meetings_decision_until_it_is_carried_out(
    client: Client, site_root: SiteRoot, mailbox: Mailbox
) -> None:
    secretary = sign_in_with_second_factor(client, StaffFactory())
    client.post(reverse("body:add"), {"name_en": "Executive Committee", "slug": "executive", "time_zone": "UTC"})
    body, people = Body.objects.get(), [delegate_of(member()) for _number in range(3)]
    for person, role in zip(people, ("chair", "treasurer", "member"), strict=True):
        client.post(reverse("office:add"), {"body": body.pk, "user": person.pk, "role": role, "from_on": "2026-01-01"})
    words = {"title_en": TITLE, "text_en": "Two people sign.", "procedure": "meeting", "subject": "other"}
    owner = body.offices.get(user=people[1])

    client.post(reverse("decision:propose", args=[body.pk]), {**words, "owner": owner.pk})
    decision = Decision.objects.get(proposed_by=secretary)
    client.post(reverse("decision:open", args=[decision.pk]))
    seats = {f"seat_{person.pk}": "here" for person in people}
    votes = {"votes_for": 2, "votes_against": 1, "abstentions": 0, "chair": "for"}
    client.post(reverse("decision:meeting", args=[decision.pk]), {**seats, **votes})
    received = mailbox.deliver()
    client.force_login(people[1])
    follow_up = decision.follow_ups.get()
    client.post(reverse("decisions:finish", args=[decision.key]), {"follow_up": follow_up.pk})
    page = " ".join(client.get(reverse("decisions:detail", args=[decision.key])).content.decode().split())

    follow_up.refresh_from_db()
    assert sorted(mail.recipients[0] for mail in received) == sorted(person.email for person in people)
    assert all(TITLE in str(mail.message["Subject"]) for mail in received)
    assert "3 of 3 present, quorum 1/2;" in page
    assert follow_up.state == "done"
    assert verify().holds
