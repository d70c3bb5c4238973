"""What a first visit costs on the wire: at most 100 KB and 15 requests without pictures of the content."""

import gzip
from typing import Any
from urllib.parse import urljoin

from django.core.files.storage import default_storage
from playwright.sync_api import Browser, Request, Response
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.browser.kinds import of_strangers
from tests.browser.walking import MEMBERS, PUBLIC, sign_in, walk

MOST_BYTES, MOST_REQUESTS = 100_000, 15
SHOWN = (200, 403, 404, 429, 500)


def wire_size(response: Response) -> int:
    """As a server that packs texts would send it; fonts and pictures are packed already."""
    body = response.body()
    packed = response.headers.get("content-type", "").startswith(("font/", "image/png", "image/avif", "image/webp"))
    return len(body) if packed else len(gzip.compress(body))


def of_the_content(request: Request, *, url: str) -> bool:
    """A picture that an editor chose, which the budget leaves out: from this server or from the network's own S3."""
    ours = urljoin(url, default_storage.url("x")).partition("?")[0].removesuffix("x")
    return request.resource_type == "image" and request.url.startswith(ours)


def loaded(browser: Browser, *, url: str, address: str, state: Any = None) -> list[Request]:
    """Everything that a first visit asks for, in a browser that has nothing; what is sealed off has no response."""
    requests: list[Request] = []
    responses: list[Response] = []
    with walk(browser, base_url=url, storage_state=state) as page:
        page.on("request", lambda request: requests.append(request))
        page.on("response", lambda response: responses.append(response))
        page.goto(address, wait_until="networkidle")
        for response in responses:
            response.finished()
        sizes = [
            wire_size(one) for one in responses if one.status in SHOWN and not of_the_content(one.request, url=url)
        ]
    assert 0 < sum(sizes) <= MOST_BYTES, (address, sum(sizes))
    return requests


def test_a_first_visit_stays_within_its_budget(live_server: LiveServer, browser: Browser, shown: Network) -> None:
    with walk(browser, base_url=live_server.url) as page:
        sign_in(page, email="teodora@kite.example", password=shown.password)
        member = page.context.storage_state()

    pages = {**PUBLIC, **of_strangers("en")}
    visits = {name: loaded(browser, url=live_server.url, address=address) for name, address in pages.items()}
    for name, address in MEMBERS.items():
        visits[name] = loaded(browser, url=live_server.url, address=address, state=member)

    asked_for = [one for asked in visits.values() for one in asked if not of_the_content(one, url=live_server.url)]
    elsewhere = [one.url for one in asked_for if not one.url.startswith(live_server.url)]
    assert {name: len(asked) for name, asked in visits.items() if len(asked) > MOST_REQUESTS} == {}
    assert elsewhere == []
