"""A page in Chromium: what it loads, what it says to the console, what axe finds."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from playwright.sync_api import BrowserContext, Route

from tests.bench.audit.asking import Asked
from tests.browser.axe import RULES, SCRIPT, settle
from tests.browser.chromium import LOOPBACK, seal
from tests.browser.looks import SPACED, cut_off, too_small, without_a_ring
from tests.browser.walking import DESKTOP, PHONE, sideways

NODES = """([where, rules]) => axe.run(where, {runOnly: rules}).then(found =>
  found.violations.map(one => [one.id, one.nodes.map(node => node.target.flat().join(' '))]))"""
# Past the policy of the page, which refuses a style element: what the reader's own browser does is not the page's.
SPACE_OUT = """css => { const spaced = new CSSStyleSheet(); spaced.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, spaced] }"""
SPACE_BACK = "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1) }"
# As somebody who presses the button without having filled in anything.
SEND_EMPTY = """number => {
  const form = [...document.forms].filter(one => !one.closest('aside, .sidebar'))[number]; form.noValidate = true;
  for (const e of form.elements) {
    if (['checkbox', 'radio'].includes(e.type)) e.checked = false;
    else if (!['hidden', 'submit', 'button', 'file', 'select-one'].includes(e.type) && 'value' in e) e.value = '';
  }
  const button = form.querySelector('button:not([type=button]):not(.vh), input[type=submit]');
  form.requestSubmit(button && button.form === form ? button : null) }"""


@dataclass
class Load:
    """What the browser fetched since the last time that it went to a page. Bytes are those on the wire."""

    asked: Asked = field(default_factory=lambda: Asked(url=""))
    status: int = 0
    requests: dict[str, str] = field(default_factory=dict)
    content_images: set[str] = field(default_factory=set)
    bytes: dict[str, float] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    @property
    def kb(self) -> float:
        """Thousands of bytes, without the pictures that editors put in."""
        return round(sum(size for key, size in self.bytes.items() if key not in self.content_images) / 1000, 1)


class Window:
    """One page of a browser that keeps nothing between two loads, and writes down what each needs."""

    def __init__(self, context: BrowserContext) -> None:
        self.load = Load()
        context.route("**/*", self._seal)
        self.page = context.new_page()
        self.page.set_viewport_size(DESKTOP)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.load.console.append(f"error: {error}"))
        session = context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.responseReceived", self._received)
        session.on("Network.loadingFinished", self._finished)

    def _seal(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme not in {"data", "blob"} and address.hostname not in LOOPBACK:
            self.load.elsewhere.append(route.request.url)
        seal(route)

    def _hear(self, message: Any) -> None:
        # The browser says of every page that is no 200 that it could not be loaded.
        is_of_the_page = message.location.get("url", "") == self.load.asked.url
        if message.type in {"error", "warning"} and not (is_of_the_page and "status of" in message.text):
            self.load.console.append(f"{message.type}: {message.text}")

    def _sent(self, event: dict[str, Any]) -> None:
        request, key = event["request"], event["requestId"]
        if request["url"].startswith(("data:", "blob:")):
            return
        if event["type"] == "Document" and key == event["loaderId"]:
            kind = next((said for name, said in request["headers"].items() if name.lower() == "content-type"), "")
            asked = Asked(
                url=request["url"], method=request["method"], body=request.get("postData", ""), content_type=kind
            )
            self.load = Load(asked=asked)
        self.load.requests[key] = request["url"]
        if event["type"] == "Image" and urlsplit(request["url"]).path.startswith(settings.MEDIA_URL):
            self.load.content_images.add(key)

    def _received(self, event: dict[str, Any]) -> None:
        if event["requestId"] == event["loaderId"]:
            self.load.status = event["response"]["status"]

    def _finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.load.requests:
            self.load.bytes[event["requestId"]] = event["encodedDataLength"]

    def go(self, address: str) -> int:
        """The status of the answer."""
        self.page.goto(address)
        return self.load.status

    def press(self, selector: str) -> None:
        """What is pressed leads to another page; the next look waits for that one."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def send_empty(self, number: int) -> None:
        with self.page.expect_navigation():
            self.page.evaluate(SEND_EMPTY, number)

    def axe(self, where: str) -> list[str]:
        """Rule and first places of each rule that is broken."""
        settle(self.page)
        self.page.evaluate(SCRIPT)
        found = self.page.evaluate(NODES, [{"include": [where]} if where else {"exclude": []}, RULES])
        return [f"{rule}: {' | '.join(places[:3])} ({len(places)})" for rule, places in found]

    def narrow(self, *, scheme: Any) -> int:
        """At 320 px: by how many pixels the page is wider."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size(PHONE)
        settle(self.page)
        return sideways(self.page)

    def unseen_by_axe(self) -> list[str]:
        """At 320 px: targets under 24 px, what is lost when text is spaced out. Then, wide, focus without a ring."""
        found = [f"small target: {what}" for what in too_small(self.page)]
        self.page.evaluate(SPACE_OUT, SPACED)
        found += [f"cut off when spaced out: {what}" for what in cut_off(self.page)]
        wider = sideways(self.page)
        found += [f"{wider} px too wide when spaced out"] * (wider > 0)
        self.page.evaluate(SPACE_BACK)
        self.widen()
        return found + [f"no ring around the focus: {what}" for what in without_a_ring(self.page)]

    def widen(self) -> None:
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(DESKTOP)
