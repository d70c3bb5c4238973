"""Several real processes, one database: what one publishes, all say within a second.

They share nothing else, neither folder nor memory, and so might be on as many hosts.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from cms.models import StandardPage
from tests.bench.serving import ROOT, Server, served
from tests.cms.front.processes import A_SECOND, PROCESSES, all_say, asked, is_gone, says, warm
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def servers(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
    with ExitStack() as stack:
        folders = [tmp_path_factory.mktemp("host") for _number in range(PROCESSES)]
        yield [
            stack.enter_context(served("cms.wsgi:application", environment={**environment, "VAR_DIR": str(folder)}))
            for folder in folders
        ]


@pytest.fixture
def water(site_root: SiteRoot) -> StandardPage:
    made: StandardPage = site_root.home("en").add_child(
        instance=StandardPage(title="Water", slug="water", lede="First", locale=site_root.home("en").locale)
    )
    return made


def test_what_is_published_moved_and_unpublished_is_seen_everywhere(
    servers: list[Server], water: StandardPage, site_root: SiteRoot
) -> None:
    warm(servers, "/en/water/", "/en/")
    water.lede = "Second"
    water.save_revision().publish()
    published = all_say(servers, "/en/water/", says("Second"))

    water.refresh_from_db()
    water.slug = "rain"
    water.save_revision().publish()
    renamed = all_say(servers, "/en/rain/", says("Second"))
    assert all_say(servers, "/en/water/", lambda status, _body: status == 301) < A_SECOND

    other = site_root.home("en").add_child(instance=StandardPage(title="Sky", slug="sky", locale=water.locale))
    Page.objects.get(pk=water.pk).specific.move(other, pos="last-child")
    moved = all_say(servers, "/en/sky/rain/", says("Second"))

    Page.objects.get(pk=water.pk).specific.unpublish()
    unpublished = all_say(servers, "/en/sky/rain/", is_gone)

    assert max(published, renamed, moved, unpublished) < A_SECOND


def test_what_another_process_publishes_is_seen_everywhere(
    servers: list[Server], water: StandardPage, environment: dict[str, str]
) -> None:
    warm(servers, "/en/water/")

    run(["publish", str(water.pk)], environment)

    assert all_say(servers, "/en/water/", says("Published by another process")) < A_SECOND


def test_what_was_planned_appears_when_the_worker_looks(
    servers: list[Server], water: StandardPage, environment: dict[str, str]
) -> None:
    water.lede, water.go_live_at = "Planned", timezone.now() - timedelta(seconds=1)
    water.save_revision(approved_go_live_at=water.go_live_at)
    warm(servers, "/en/water/")

    run(["due", "0"], environment)

    assert all_say(servers, "/en/water/", says("Planned")) < A_SECOND


def test_a_page_that_becomes_private_is_private_everywhere(servers: list[Server], water: StandardPage) -> None:
    warm(servers, "/en/water/")

    PageViewRestriction.objects.create(page=water, restriction_type=PageViewRestriction.LOGIN)

    assert all_say(servers, "/en/water/", lambda status, body: status == 302 and "First" not in body) < A_SECOND


def test_another_home_page_of_the_site_is_seen_everywhere(
    servers: list[Server], water: StandardPage, site_root: SiteRoot
) -> None:
    """Wagtail keeps the addresses of the roots for an hour, each process its own."""
    warm(servers, "/en/", "/en/water/")
    home = StandardPage(title="Another home", slug="another", lede="Other", locale=water.locale)
    site_root.root.add_child(instance=home)

    Site.objects.update(root_page=home)

    assert all_say(servers, "/en/", says("Other")) < A_SECOND
    assert all_say(servers, "/en/water/", is_gone) < A_SECOND


def test_who_is_killed_while_publishing_leaves_the_page_as_it_was(
    servers: list[Server], water: StandardPage, environment: dict[str, str]
) -> None:
    warm(servers, "/en/water/")
    command = [sys.executable, "-m", "tests.cms.front.writer", "half", str(water.pk)]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"half way\n"

    during = all_say(servers, "/en/water/", says("First"))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    after = all_say(servers, "/en/water/", says("First"))
    water.refresh_from_db()
    water.lede = "Whole"
    water.save_revision().publish()

    assert (during, after) == (0.0, 0.0)
    assert all_say(servers, "/en/water/", says("Whole")) < A_SECOND


def test_under_load_nobody_reads_what_was_over_a_second_ago(servers: list[Server], water: StandardPage) -> None:
    """Each answer is compared with what was published a second before the question."""
    published: list[tuple[float, int]] = [(0.0, 0)]
    stale: list[str] = []
    stop = threading.Event()
    water.lede = "Edition 0 ends"
    water.save_revision().publish()
    all_say(servers, "/en/water/", says("Edition 0 ends"))
    readers = [
        threading.Thread(target=read_on, args=(server, published, stale, stop)) for server in servers for _ in range(3)
    ]
    for reader in readers:
        reader.start()
    for number in range(1, 11):
        water.lede = f"Edition {number} ends"
        water.save_revision().publish()
        published.append((time.monotonic(), number))
        stop.wait(0.2)
    stop.wait(A_SECOND)
    stop.set()
    for reader in readers:
        reader.join()

    assert stale == []
    assert all_say(servers, "/en/water/", says("Edition 10 ends")) == 0.0


def read_on(server: Server, published: list[tuple[float, int]], stale: list[str], stop: threading.Event) -> None:
    while not stop.is_set():
        asked_at = time.monotonic()
        _status, body, _headers = asked(server, "/en/water/")
        least = max(number for moment, number in list(published) if moment <= asked_at - A_SECOND or number == 0)
        said = int(body.partition("Edition ")[2].partition(" ends")[0])
        if said < least:
            stale.append(f"edition {said} although {least} was out for a second")


def test_when_nothing_changes_every_process_answers_the_same_from_memory(
    servers: list[Server], water: StandardPage
) -> None:
    """A page says its own address, so all are asked for the same one."""
    headers = {"Accept-Encoding": "br", "Host": "localhost"}
    tags = {asked(server, "/en/water/", **headers)[2]["etag"] for server in servers}
    headers["If-None-Match"] = ", ".join(tags)

    answers = [asked(server, "/en/water/", **headers) for server in servers]

    assert len(tags) == 1
    assert [status for status, _body, _headers in answers] == [304] * PROCESSES


def run(arguments: list[str], environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "tests.cms.front.writer", *arguments]
    subprocess.run(command, cwd=Path(ROOT), env={**os.environ, **environment}, check=True)


def test_the_servers_share_the_tests_database(servers: list[Server], water: StandardPage) -> None:
    """Else all of the above would say nothing."""
    assert connection.settings_dict["NAME"] != ""
    assert [asked(server, "/en/water/")[0] for server in servers] == [200] * PROCESSES
