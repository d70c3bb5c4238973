"""Who may learn that an organisation at risk exists: the predicate for one, the query for many."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from members.organisations.models import Organisation
from members.organisations.permissions import may_enter_extranet, may_see
from members.organisations.queries import directory
from members.organisations.rules import Role
from tests.factories.organisations import ContactFactory, OrganisationFactory, PersonFactory, delegate_of, member
from tests.site import SiteRoot

offsets = st.integers(-3, 3)
contacts = st.lists(st.tuples(st.sampled_from(list(Role)), offsets, st.none() | st.integers(1, 4)), max_size=3)
readers = st.sampled_from(["secretariat", "person", "somebody_else", "anonymous"])


class Seeing(TestCase):
    databases = "__all__"

    @settings(max_examples=100)
    @given(hidden=st.booleans(), held=contacts, reader=readers)
    def test_one_and_many_say_the_same(self, hidden: Any, held: list[Any], reader: str) -> None:
        today = timezone.now().date()
        organisation, person = OrganisationFactory(hidden=hidden), PersonFactory()
        for role, offset, days in held:
            begin = today + timedelta(days=offset)
            until = begin + timedelta(days=days) if days else (begin + timedelta(days=9))
            ContactFactory(user=person, organisation=organisation, role=role, from_on=begin, until_on=until)
        asking: Any = {
            "secretariat": PersonFactory(is_staff=True),
            "person": person,
            "somebody_else": delegate_of(OrganisationFactory()),
            "anonymous": AnonymousUser(),
        }[reader]

        among_many = organisation in Organisation.objects.visible_to(asking)

        assert among_many == may_see(organisation, asking, on=today)


@pytest.mark.django_db
def test_the_directory_offers_no_country_where_all_are_at_risk(site_root: SiteRoot, client: Client) -> None:
    hidden = member(country="SY", hidden=True)
    outsider, insider = delegate_of(member(country="KE")), delegate_of(hidden)
    today = timezone.now().date()
    client.force_login(outsider)

    page = client.get(reverse("organisations:directory")).content.decode()

    assert 'value="KE"' in page
    assert 'value="SY"' not in page
    assert {entry.organisation.country for entry in directory(insider, on=today)} == {"KE", "SY"}


@pytest.mark.django_db
def test_an_entry_shows_who_acts_today_and_where_the_primary_contact_goes(site_root: SiteRoot, client: Client) -> None:
    organisation = member(slug="lantern")
    ContactFactory(organisation=organisation, user__name="Formerly There", until_on=date(2021, 1, 1))
    primary = ContactFactory(organisation=organisation, role=Role.PRIMARY, user__name="Teodora").user
    client.force_login(delegate_of(organisation, name="Lucien"))
    delegate = client.get(reverse("organisations:entry", args=["lantern"])).content.decode()
    client.force_login(primary)

    own = client.get(reverse("organisations:entry", args=["lantern"])).content.decode()

    assert "Lucien" in delegate
    assert "Teodora" in delegate
    assert "Formerly There" not in delegate
    assert "/lantern/people/" not in delegate
    assert "/lantern/people/" in own


@pytest.mark.django_db
def test_somebody_put_out_enters_no_more() -> None:
    person = delegate_of(member())
    entered = may_enter_extranet(person, now=timezone.now())
    person.is_active = False

    assert entered
    assert not may_enter_extranet(person, now=timezone.now())
    assert not may_enter_extranet(AnonymousUser(), now=timezone.now())
