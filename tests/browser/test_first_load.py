"""What a first visit costs on the wire: at most 100 KB and 15 requests without pictures of the content."""

import gzip
from typing import Any

from playwright.sync_api import Browser, Response
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.browser.walking import MEMBERS, PUBLIC, sign_in, walk

MOST_BYTES, MOST_REQUESTS = 100_000, 15
PAGES = {name: PUBLIC[name] for name in ("home", "case study", "search", "plan", "plan for children", "sign-in")}


def wire_size(response: Response) -> int:
    """As a server that packs texts would send it; fonts and pictures are packed already."""
    body = response.body()
    packed = response.headers.get("content-type", "").startswith(("font/", "image/png", "image/avif", "image/webp"))
    return len(body) if packed else len(gzip.compress(body))


def loaded(browser: Browser, *, url: str, address: str, state: Any = None) -> list[Response]:
    """Everything that a first visit fetches, in a browser that has nothing."""
    responses: list[Response] = []
    with walk(browser, base_url=url, storage_state=state) as page:
        page.on("response", lambda response: responses.append(response))
        page.goto(address, wait_until="networkidle")
        for response in responses:
            response.finished()
        sizes = [wire_size(response) for response in responses if response.status == 200]
    assert sum(sizes) <= MOST_BYTES, (address, sum(sizes))
    return responses


def test_a_first_visit_stays_within_its_budget(live_server: LiveServer, browser: Browser, kite: Network) -> None:
    with walk(browser, base_url=live_server.url) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        member = page.context.storage_state()

    public = {name: loaded(browser, url=live_server.url, address=address) for name, address in PAGES.items()}
    members = {
        name: loaded(browser, url=live_server.url, address=MEMBERS[name], state=member)
        for name in ("today", "group", "directory")
    }

    requests = {name: len(responses) for name, responses in {**public, **members}.items()}
    elsewhere = [one.url for all_of in public.values() for one in all_of if not one.url.startswith(live_server.url)]
    assert {name: number for name, number in requests.items() if number > MOST_REQUESTS} == {}
    assert elsewhere == []
