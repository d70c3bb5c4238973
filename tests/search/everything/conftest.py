"""A small network in which everything is found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pytest
from django.test import Client

from members.accounts.models import User
from members.groups.models import Group
from members.groups.rules import Role, Visibility
from search.actions import rebuild
from tests.factories.accounts import StaffFactory
from tests.factories.groups import DocumentFactory, GroupFactory, VersionFactory, discussion, person_in
from tests.site import SiteRoot

Page = Callable[..., str]


@dataclass(kw_only=True)
class Network:
    """`closed` is a group that nobody outside knows of; `insider` is in it, `member` is not."""

    closed: Group
    insider: User
    member: User
    secretary: User


@pytest.fixture
def network(site_root: SiteRoot) -> Network:
    open_group = GroupFactory(visibility=Visibility.OPEN.value)
    member = person_in(open_group, name="Mirela Quispe")
    discussion(open_group, author=member, title="Wells in schools", body="Who digs the wells?")
    closed = GroupFactory(slug="quiet-room", visibility=Visibility.HIDDEN.value)
    insider = person_in(closed, role=Role.CO_CHAIR)
    discussion(closed, author=insider, title="Wells that leak zanzibarite", body="Tell nobody of zanzibarite.")
    paper = DocumentFactory(group=closed, title="Map of the wells")
    VersionFactory(document=paper, author=insider, text="Here flows the quicksilver.")
    return Network(closed=closed, insider=insider, member=member, secretary=StaffFactory())


@pytest.fixture
def built(network: Network, site_engine: str, now: datetime) -> Network:
    rebuild(now=now)
    return network


@pytest.fixture
def page_for(client: Client) -> Page:
    def page(person: User, language: str = "en", **asked: str) -> str:
        client.force_login(person)
        response = client.get(f"/{language}/search/everything/", asked)
        assert response.status_code == 200
        return response.content.decode()

    return page
