"""Who may see a meeting: the query and the predicate say the same of everybody on every day."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from governance.assembly.models import Assembly
from governance.assembly.permissions import may_see
from members.accounts.models import User
from tests.factories.accounts import StaffFactory, UserFactory
from tests.factories.assembly import NOON, convened, draft
from tests.factories.organisations import ContactFactory, OrganisationFactory, TermFactory

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
DAYS = [TODAY - timedelta(days=days) for days in (8000, 400, 1, 0)] + [TODAY + timedelta(days=days) for days in (1, 99)]


def everybody() -> dict[str, User | AnonymousUser]:
    """A person in each position that somebody can be in."""
    left = ContactFactory(user=UserFactory(), until_on=TODAY, organisation=TermFactory().organisation)
    ended = ContactFactory(user=UserFactory(), organisation=TermFactory(until_on=TODAY).organisation)
    no_member = ContactFactory(user=UserFactory(), organisation=OrganisationFactory())
    to_come = ContactFactory(user=UserFactory(), from_on=TODAY + timedelta(days=1))
    TermFactory(organisation=to_come.organisation)
    return {
        "anonymous": AnonymousUser(),
        "stranger": UserFactory(),
        "secretariat": StaffFactory(),
        "left": left.user,
        "ended": ended.user,
        "no member": no_member.user,
        "to come": to_come.user,
    }


def test_the_query_and_the_predicate_agree() -> None:
    told, written = convened(organisations=1, slug="told"), draft(organisations=1, slug="written")
    people = {**everybody(), "member": told.people[0], "observer": written.observing}

    for day in DAYS:
        for who, person in people.items():
            seen = set(Assembly.objects.visible_to(person, on=day))
            assert seen == {one for one in Assembly.objects.all() if may_see(person, one, on=day)}, (who, day)


def test_a_member_sees_what_was_convened_and_a_past_one_nothing() -> None:
    told = convened(organisations=1, slug="told")
    draft(organisations=1, slug="written")
    people = everybody()

    seen = {
        who: [one.slug for one in Assembly.objects.visible_to(person, on=TODAY).order_by("slug")]
        for who, person in {**people, "member": told.people[0]}.items()
    }

    assert {who: slugs for who, slugs in seen.items() if slugs} == {
        "member": ["told"],
        "secretariat": ["told", "written"],
    }


def test_a_draft_is_not_found_by_a_member(client: Client) -> None:
    meeting = draft(organisations=1)
    client.force_login(meeting.people[0])

    assert client.get(reverse("assembly:detail", args=["2026"])).status_code == 404
