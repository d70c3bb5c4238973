"""What changed is written down with the change, and told to the index in order, once or twice."""

from datetime import datetime

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import PageViewRestriction

from cms.models import Theme
from search.actions import rebuild, replay
from search.actions.journal import note
from search.actions.numbering import number_entries
from search.models import IndexVersion, JournalEntry
from search.queries.documents import documents
from search.queries.studies import result_of
from search.rules.journal import What
from search.rules.questions import Query
from search.tasks import replay_journal
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def total(text: str) -> int:
    return result_of(Query(text=text)).total


def written() -> list[tuple[str, str]]:
    return list(JournalEntry.objects.order_by("pk").values_list("what", "which"))


def test_publishing_changing_and_deleting_reach_the_index(site_root: SiteRoot, site_engine: str, now: datetime) -> None:
    rebuild(now=now)

    page = study(site_root.home("en"), "One well")
    told = replay_journal(now)
    after_publishing = total("well")
    page.title = "One river"
    page.save_revision().publish()
    replay()
    after_changing = (total("well"), total("river"))
    page.delete()
    replay()

    assert told >= 1
    assert after_publishing == 1
    assert after_changing == (0, 1)
    assert total("river") == 0


def test_unpublishing_takes_a_study_away(site_root: SiteRoot, site_engine: str, now: datetime) -> None:
    page = study(site_root.home("en"), "One well")
    rebuild(now=now)

    page.unpublish()
    replay()

    assert total("well") == 0


def test_a_change_that_was_rolled_back_leaves_no_entry(site_root: SiteRoot) -> None:
    before = written()

    with pytest.raises(RuntimeError), transaction.atomic():
        study(site_root.home("en"), "One well")
        raise RuntimeError

    assert written() == before


def test_saving_a_draft_writes_no_entry(site_root: SiteRoot) -> None:
    page = study(site_root.home("en"), "One well")
    before = written()

    page.title = "A draft"
    page.save_revision()

    assert written() == before


def test_entries_are_numbered_without_gaps_after_the_commit(site_root: SiteRoot) -> None:
    for title in ("One", "Two", "Three"):
        study(site_root.home("en"), title)
    assert not JournalEntry.objects.exclude(sequence=None).exists()

    number_entries()

    numbers = list(JournalEntry.objects.order_by("sequence").values_list("sequence", flat=True))

    assert numbers == list(range(1, len(numbers) + 1))


def test_a_new_label_and_a_restriction_concern_everything(site_root: SiteRoot, now: datetime) -> None:
    theme = Theme.objects.create(code="test-water", label={"en": "Water"})
    page = study(site_root.home("en"), "One well", themes=[theme])
    before = len(written())

    theme.save()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert written()[before:] == [(What.STUDIES, ""), (What.PAGES, "")]


def test_replaying_twice_changes_nothing(site_root: SiteRoot, site_engine: str, now: datetime) -> None:
    rebuild(now=now)
    study(site_root.home("en"), "One well")
    replay()

    assert replay() == 0
    IndexVersion.objects.update(sequence=0)
    note(What.EVERYTHING)
    assert replay() > 0
    assert total("well") == 1


def test_a_rebuild_makes_one_live_version_per_engine(
    client: Client, site_root: SiteRoot, site_engine: str, now: datetime
) -> None:
    study(site_root.home("en"), "One well")

    rebuild(now=now)
    count = rebuild(now=now)

    engines = ["elasticsearch", "embedded"] if site_engine == "elasticsearch" else ["embedded"]
    assert count == len(list(documents())) > 1
    assert sorted(IndexVersion.objects.live().values_list("engine", flat=True)) == engines
