"""When no engine can answer, pages still stand, and only the secretariat reads why."""

from datetime import datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.template import Context, Template
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from search.actions import rebuild, replay
from search.actions.numbering import number_entries
from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import SearchEngine, SearchUnavailable
from search.models import IndexVersion, JournalEntry, JournalHead
from search.queries.documents import documents
from search.rules.journal import Engine, State
from tests.factories.accounts import StaffFactory, UserFactory
from tests.factories.cms import case_study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


class Broken(EmbeddedEngine):
    """An engine whose disk is full."""

    def prepare(self, version: str) -> None:
        raise SearchUnavailable("No space left on device.")

    def index(self, *args: object, **kwargs: object) -> int:
        raise SearchUnavailable("No space left on device.")


@pytest.fixture
def nothing_built(site_root: SiteRoot, settings: Settings, tmp_path: Path) -> Path:
    settings.SEARCH_INDEX_DIR, settings.ELASTICSEARCH_URL = tmp_path, ""
    return tmp_path


@pytest.mark.usefixtures("nothing_built")
def test_the_public_reads_that_it_cannot_answer_and_not_why(client: Client) -> None:
    response = client.get("/en/search/", {"q": "well"})

    assert response.status_code == 503
    assert "The search cannot answer just now" in response.content.decode()
    assert "manage.py" not in response.content.decode()


@pytest.mark.usefixtures("nothing_built")
def test_a_member_does_not_read_why_and_the_secretariat_does(client: Client) -> None:
    answers = []
    for person in (UserFactory(), StaffFactory()):
        client.force_login(person)
        answers.append("run manage.py search_rebuild" in client.get("/en/search/", {"q": "well"}).content.decode())

    assert answers == [False, True]


@pytest.mark.usefixtures("nothing_built")
def test_completion_offers_nothing_rather_than_an_error(client: Client) -> None:
    response = client.get("/en/search/complete/", {"q": "well"})

    assert (response.status_code, response.json()) == (200, {"completions": [], "said": ""})


@pytest.mark.usefixtures("nothing_built")
def test_a_draft_has_no_similar_studies_and_asks_no_engine(
    site_root: SiteRoot, caplog: pytest.LogCaptureFixture
) -> None:
    page = case_study(site_root)
    page.unpublish()

    shown = Template("{% load studies_like %}{% studies_like page %}").render(
        Context({"page": page, "request": RequestFactory().get("/en/")})
    )

    assert shown.strip() == ""
    assert caplog.messages == []


def test_a_rebuild_that_no_engine_can_do_says_why(nothing_built: Path, now: datetime) -> None:
    with pytest.raises(SearchUnavailable, match="No space left"):
        rebuild(now=now, choices=[Broken(nothing_built / "broken")])


def test_the_command_says_it_too(nothing_built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken: tuple[SearchEngine, ...] = (Broken(nothing_built / "broken"),)
    monkeypatch.setattr("search.actions.rebuilding.engines", lambda: broken)

    with pytest.raises(CommandError, match="No space left on device"):
        call_command("search_rebuild")


def test_one_engine_that_is_down_does_not_keep_the_other_from_being_built(
    site_root: SiteRoot, nothing_built: Path, now: datetime
) -> None:
    case_study(site_root)

    count = rebuild(now=now, choices=[Broken(nothing_built / "broken"), EmbeddedEngine(nothing_built / "good")])

    assert count == len(list(documents())) > 1


def test_an_engine_that_is_down_keeps_its_place_in_the_journal(
    site_root: SiteRoot, nothing_built: Path, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    broken = Broken(nothing_built / "broken")
    version = IndexVersion.objects.create(engine=broken.name, state=State.LIVE, begun_at=now)
    case_study(site_root)

    told = replay([broken])

    version.refresh_from_db()
    assert (told, version.sequence) == (0, 0)
    assert caplog.messages == [
        "The search engine “embedded” is down; its journal waits: No space left on device.",
    ]


def test_an_engine_that_was_never_built_is_told_nothing(site_root: SiteRoot, nothing_built: Path) -> None:
    case_study(site_root)

    assert replay([EmbeddedEngine(nothing_built / "never")]) == 0


def test_rows_of_the_journal_say_what_they_are(site_root: SiteRoot, now: datetime) -> None:
    case_study(site_root)
    version = IndexVersion.objects.create(engine=Engine.EMBEDDED, begun_at=now)

    number_entries()
    entry = JournalEntry.objects.order_by("-sequence")[0]

    assert str(entry) == f"{entry.sequence}: {entry.what} {entry.which}"
    assert str(JournalHead.objects.get()) == str(entry.sequence)
    assert str(version) == f"embedded v{version.pk}"
