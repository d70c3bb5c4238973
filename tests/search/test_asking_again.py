"""Who has a study, a list of studies or a page of results already, pays for a line of headers (RFC 9110, 13)."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from cms.models import CaseStudyPage
from search.actions import rebuild
from tests.cms.front.conftest import Reader, as_committed, reading
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
PAGES = [
    ("/en/case-studies/wells/", "", "Wells for every school"),
    ("/en/case-studies/", "", "Wells for every school"),
    ("/en/search/", "q=wells", "for every school"),
]


@pytest.fixture
def reader(site_root: SiteRoot, site_engine: str, now: datetime) -> Iterator[Reader]:
    study(site_root.home("en"), "Wells for every school", slug="wells")
    rebuild(now=now)
    as_committed()
    with reading() as reader:
        yield reader


@pytest.mark.parametrize(("path", "query", "shown"), PAGES)
def test_what_did_not_change_is_not_sent_again(reader: Reader, path: str, query: str, shown: str) -> None:
    whole = reader.get(path, query)

    again = reader.get(path, query, HTTP_IF_NONE_MATCH=whole["ETag"])
    head = reader.get(path, query, method="HEAD")
    head_again = reader.get(path, query, method="HEAD", HTTP_IF_NONE_MATCH=whole["ETag"])

    assert (whole.status, shown in whole.text) == (200, True)
    assert [(one.status, one.body, one["ETag"]) for one in (again, head_again)] == [(304, b"", whole["ETag"])] * 2
    assert (head.status, head.body, head["Content-Length"]) == (200, b"", str(len(whole.body)))
    assert len(reader.asked) == 1


@pytest.mark.parametrize(("path", "query", "shown"), PAGES)
def test_what_changed_is_sent_whole(reader: Reader, now: datetime, path: str, query: str, shown: str) -> None:
    before = reader.get(path, query)
    page = CaseStudyPage.objects.get()
    page.title = "Wells for every village"
    page.save_revision().publish()
    rebuild(now=now)
    as_committed()

    after = reader.get(path, query, HTTP_IF_NONE_MATCH=before["ETag"])

    assert (after.status, shown in after.text, "for every village" in after.text) == (200, False, True)
    assert after["ETag"] != before["ETag"]
