"""The law of the house: the tokens let a reader find a thing exactly when `visible_to` lets him see it.

Written twice, in tokens for all readers at once and in SQL for one of them, for every source and every state of it.
"""

from datetime import date

import pytest
from django.utils import timezone

from members.accounts.models import User
from search.queries.audiences import audience_of
from search.queries.documents import ROOMS, documents, every_id
from search.queries.everything import lines_of
from search.rules.documents import Document
from search.rules.kinds import Source, parts_of_id
from tests.factories.accounts import UserFactory
from tests.factories.everything import World, random_world
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def found(reader: User, things: list[Document], on: date) -> set[str]:
    tokens = {*audience_of(reader, on=on)}
    return {thing.id for thing in things if tokens.intersection(thing.audience)}


@pytest.mark.parametrize("seed", [1983, 7, 54])
def test_tokens_say_what_visible_to_says(site_root: SiteRoot, seed: int) -> None:
    today = timezone.now().date()
    world = random_world(site_root, seed=seed, on=today)
    things = list(documents())
    ids = [thing.id for thing in things]

    readers: list[User] = [*world.people, UserFactory()]
    for reader in readers:
        shown = set(lines_of(ids, user=reader, on=today))
        assert found(reader, things, today) ^ shown == set(), reader


def test_a_world_has_something_of_everything_to_hide(site_root: SiteRoot) -> None:
    """Else the law above would hold of nothing: of each source there are things that somebody sees and another not."""
    today = timezone.now().date()
    world: World = random_world(site_root, seed=1983, on=today)
    things = list(documents())
    seen = [found(reader, things, today) for reader in world.people]
    shared = set.intersection(*seen)

    hidden = {
        parts_of_id(thing.id)[0] for thing in things if thing.id not in shared and any(thing.id in one for one in seen)
    }

    assert hidden == set(ROOMS)


def test_nobody_finds_what_no_room_lets_anybody_find(site_root: SiteRoot) -> None:
    """Drafts of pages and of the bulletin, pages with a password, organisations that left: in no document at all."""
    today = timezone.now().date()
    random_world(site_root, seed=7, on=today)

    assert {thing.id for thing in documents() if not thing.audience} == set()
    assert len(set(every_id())) == len(list(every_id()))


def test_every_document_has_a_number_of_its_own(site_root: SiteRoot) -> None:
    random_world(site_root, seed=7, on=timezone.now().date())

    numbers = [thing.number for thing in documents()]

    assert len(numbers) == len(set(numbers))
    assert max(numbers) < 1 << 28


def test_a_document_is_known_by_the_source_that_it_comes_from(site_root: SiteRoot) -> None:
    random_world(site_root, seed=7, on=timezone.now().date())

    by_source = {source: {parts_of_id(thing.id)[0] for thing in documents(every_id([source]))} for source in Source}

    assert by_source == {source: {source} for source in Source}
