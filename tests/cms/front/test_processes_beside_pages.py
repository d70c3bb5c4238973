"""Several real processes: what pages show beside their own words is seen everywhere within a second, too."""

import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from cms.languages import translated
from cms.models import PlenaryImage, StandardPage
from cms.models.settings import NetworkSettings
from tests.bench.serving import ROOT, Server
from tests.cms.front.processes import A_SECOND, all_say, asked, is_gone, says, warm
from tests.factories.pictures import consent
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db(transaction=True)
SIGN_IN = "/en/accounts/login/"
MARKET = ("/en/market/", "/api/content/v1/pages/?path=/en/market/")


@pytest.fixture
def market(site_root: SiteRoot, environment: dict[str, str]) -> StandardPage:
    """At /en/market/, with a picture."""
    home = site_root.home("en")
    page: StandardPage = home.add_child(instance=StandardPage(title="Market", slug="market", locale=home.locale))
    write("hang", environment, page=page)
    return page


def test_another_name_of_the_network_is_seen_everywhere(servers: list[Server], site_root: SiteRoot) -> None:
    """On pages that are kept, and on those that are not."""
    NetworkSettings.objects.create(name=translated(en="First Network"), short_name=translated(en="First"))
    warm(servers, "/en/")
    all_say(servers, SIGN_IN, says("<b>First</b>"))

    NetworkSettings.objects.get().delete()
    NetworkSettings.objects.create(name=translated(en="Second Network"), short_name=translated(en="Second"))

    assert all_say(servers, "/en/", says("<b>Second</b>")) < A_SECOND
    assert all_say(servers, SIGN_IN, says("<b>Second</b>")) < A_SECOND


def test_a_picture_that_was_replaced_is_seen_everywhere(
    servers: list[Server], market: StandardPage, environment: dict[str, str]
) -> None:
    old = pictures_in(asked(servers[0], "/en/market/")[1])
    assert all_say(servers, "/en/market/", lambda _status, body: pictures_in(body) == old) == 0

    write("replace", environment)

    assert len(old) > 1
    assert all_say(servers, "/en/market/", shows_others(than=old)) < A_SECOND


def test_a_withdrawn_picture_is_gone_everywhere(
    servers: list[Server], market: StandardPage, environment: dict[str, str]
) -> None:
    """From the page, from the content API, and at the addresses that its files had."""
    consent(PlenaryImage.objects.get())
    warm(servers, *MARKET)
    old = set().union(*(pictures_in(asked(servers[0], address)[1]) for address in MARKET))
    assert old
    assert all(asked(server, address)[0] == 200 for server in servers for address in old)

    write("withdraw", environment)

    assert all_say(servers, sorted(old)[0], is_gone) < A_SECOND
    assert all(all_say(servers, address, shows_none_of(old)) < A_SECOND for address in MARKET)
    assert all(asked(server, address)[0] == 404 for server in servers for address in old)


def test_another_description_of_a_picture_is_seen_everywhere(servers: list[Server], market: StandardPage) -> None:
    warm(servers, "/en/market/")
    picture = PlenaryImage.objects.get()

    picture.alt_text = translated(en="Three children paint a wall.")
    picture.save()

    assert all_say(servers, "/en/market/", says("Three children paint a wall.")) < A_SECOND


def test_a_menu_with_one_entry_more_is_seen_everywhere(servers: list[Server], market: StandardPage) -> None:
    warm(servers, "/en/market/")

    market.title, market.show_in_menus = "Market of rights", True
    market.save_revision().publish()

    assert all_say(servers, "/en/", says(">Market of rights</a>")) < A_SECOND


def test_what_the_search_has_learnt_is_found_everywhere(
    servers: list[Server], environment: dict[str, str], site_root: SiteRoot
) -> None:
    address = "/en/search/?q=wells"
    study(site_root.home("en"), "Wells for every school")
    write("rebuild", environment)
    all_say(servers, address, says(" for every school"))

    study(site_root.home("en"), "Wells beside the road")
    write("replay", environment)

    assert all_say(servers, address, says(" beside the road")) < A_SECOND


def pictures_in(body: str) -> set[str]:
    """The addresses of all sizes and kinds; a picture's address says what is in its file."""
    return set(re.findall(r"/files/public/[^\s\",]+", body))


def shows_others(*, than: set[str]) -> Callable[[int, str], bool]:
    return lambda status, body: status == 200 and len(pictures_in(body)) == len(than) and not pictures_in(body) & than


def shows_none_of(old: set[str]) -> Callable[[int, str], bool]:
    """And says instead that there was one."""
    return lambda status, body: (
        status == 200 and "This picture was withdrawn." in body and not any(address in body for address in old)
    )


def write(what: str, environment: dict[str, str], *, page: StandardPage | None = None) -> None:
    """In another process, with the files and the index that the servers have."""
    command = [sys.executable, "-m", "tests.cms.front.writer", what, str(page.pk if page else 0)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True)
