"""Another network by its settings alone: no word of the first, its own colours and type, and axe finds nothing."""

from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from cms.models.settings import NetworkSettings
from tests.browser.axe import violations
from tests.browser.walking import DESKTOP, PHONE, opened, shoot, sign_in, walk
from tests.factories.network import harbour

FRAMES = {
    "plan": "/{}/plan/",
    "search": "/{}/search/",
    "sign-in": "/{}/accounts/login/",
    "error": "/{}/no-such-page/",
    "style guide": "/styleguide/",
}
# What the demo's content says of itself is not the system's: the frames of its pages are read.
SAID = (
    "() => document.title + ' ' + [...document.querySelectorAll('body > header, body > footer')].map(e => e.innerText)"
)


# The first network's drawing, in all its sizes.
KITES = "() => document.querySelectorAll('.flyer, .bigkite, .glyph polygon').length"


def test_a_second_network_is_drawn_without_the_first_one_s_kite(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    pages = ("/en/", "/en/plan/", "/en/plan/children/")
    drawn = {}
    for whose in ("first", "second"):
        with walk(browser, base_url=live_server.url) as page:
            for address in pages:
                opened(page, address)
                drawn[whose, address] = page.evaluate(KITES)
                shoot(page, f"{whose}-network-{address.strip('/').replace('/', '-')}")
        NetworkSettings.objects.all().delete()
        harbour()

    assert [address for address in pages if not drawn["first", address]] == []
    assert [drawn["second", address] for address in pages] == [0, 0, 0]


def test_a_second_network_has_its_own_face(live_server: LiveServer, browser: Browser, kite: Network) -> None:
    NetworkSettings.objects.all().delete()
    harbour()
    said, broken = [], {}

    for viewport, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        with walk(browser, base_url=live_server.url, viewport=viewport, color_scheme=scheme) as page:
            for language in ("en", "fr", "es"):
                for name, address in FRAMES.items():
                    opened(page, address.format(language))
                    said.append(page.evaluate(SAID))
                    shoot(page, f"harbour-{name}-{language}-{scheme}")
                    if language == "en":
                        broken[f"{name} {scheme}"] = violations(page)
            sign_in(page, email="teodora@kite.example", password=kite.password)
            said.append(page.evaluate(SAID))
            broken[f"today {scheme}"] = violations(page)
            looks = page.evaluate(
                "() => [getComputedStyle(document.body).fontFamily.split(',')[0], "
                "getComputedStyle(document.body).backgroundColor]"
            )

    assert {name: what for name, what in broken.items() if what} == {}
    assert [text for text in said if "Kite" in text or "Cerf-volant" in text or "Cometa" in text] == []
    assert looks == ["Charter", "rgb(10, 22, 32)"]
