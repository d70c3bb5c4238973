"""One person's walk: each page is looked at in the browser, and its request is answered again in this process."""

import re
import sys
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Error

from tests.bench.audit.asking import NO_BUDGET, client_with, cost
from tests.bench.audit.browsing import Window
from tests.bench.audit.report import BUDGETS, Seen, is_public

# What is ours of the secretariat's admin; the sidebar around it is Wagtail's.
CONTENT_OF_ADMIN = "#main > .content"


class Walker:
    """Goes through pages as one person in one browser, and collects what it sees."""

    def __init__(self, context: BrowserContext, *, who: str, only: str, language: str = "en") -> None:
        self.context, self.who, self.only, self.language = context, who, re.compile(only), language
        self.window = Window(context)
        self.seen: list[Seen] = []
        self.broken_off: list[str] = []
        self.is_thorough = True

    @property
    def cookies(self) -> dict[str, str]:
        return {str(one.get("name")): str(one.get("value")) for one in self.context.cookies()}

    def wants(self, address: str, state: str) -> bool:
        return bool(self.only.search(f"{address} [{state}]"))

    def visit(self, address: str, state: str, *, statuses: tuple[int, ...] = (200,)) -> None:
        """A page that is not there in this language, or leads to one in another, is left out, and that is said."""
        if self.wants(address, state):
            try:
                status = self.window.go(address)
                is_there = status in statuses and urlsplit(self.window.page.url).path == urlsplit(address).path
                if is_there or status >= 500:
                    self.look(state)
                else:
                    self.leave_out(address, state, f"answered {status} at {urlsplit(self.window.page.url).path}")
            except Error as error:
                self.leave_out(address, state, error.message.splitlines()[0])

    def leave_out(self, address: str, state: str, why: str) -> None:
        """What nobody looked at must not pass for what is right."""
        sys.stderr.write(f"  left out {address} [{state}]: {why}\n")

    def visit_refused(self, address: str, number: int, state: str) -> None:
        """The answer to a form that was sent empty."""
        if self.wants(address, state) and self.window.go(address) == 200:
            try:
                self.window.send_empty(number)
                if self.window.load.asked.method == "POST":
                    self.look(state)
                else:
                    self.leave_out(address, state, "was not sent")
            except Error as error:
                self.leave_out(address, state, error.message.splitlines()[0])

    def look(self, state: str) -> None:
        """At the page that the browser shows now."""
        load, page = self.window.load, urlsplit(self.window.page.url)
        address = f"{page.path}?{page.query}" if page.query else page.path
        found, wider, unseen = self._noticed()
        budget = BUDGETS["cpu_ms"] if is_public(self.who, address) else NO_BUDGET
        spent = cost(client_with(self.cookies, host=page.netloc), load.asked, budget_ms=budget)
        self.seen.append(
            Seen(
                address=address,
                status=load.status,
                state=state,
                who=self.who,
                language=self.language,
                axe=found,
                unseen=unseen,
                kb=load.kb,
                requests=len(load.requests),
                elsewhere=load.elsewhere,
                console=load.console,
                sideways=wider,
                queries=spent.queries,
                cpu_ms=spent.cpu_ms,
                method=load.asked.method,
            )
        )
        self._tell()

    def _noticed(self) -> tuple[list[str], int, list[str]]:
        """What axe finds, by how many pixels a phone's page is too wide, what axe does not see."""
        where = CONTENT_OF_ADMIN if self.window.page.locator(CONTENT_OF_ADMIN).count() else ""
        found, unseen = self.window.axe(where), list[str]()
        wider = self.window.narrow(scheme="dark" if self.is_thorough else "light")
        if self.is_thorough:
            found += [f"at 320 px, dark: {line}" for line in self.window.axe(where) if line not in found]
        if self.is_thorough and not urlsplit(self.window.page.url).path.startswith("/admin/"):
            unseen = self.window.unseen_by_axe()
        self.window.widen()
        return found, wider, unseen

    def _tell(self) -> None:
        one = self.seen[-1]
        costs = f"{one.kb:6} kB {one.requests:3} requests {one.queries:3} queries {one.cpu_ms:6} ms"
        told = "".join(f"\n    {line}" for line in one.findings())
        sys.stderr.write(f"{one.who:11} {costs}  {one.address} [{one.state}]{told}\n")
        sys.stderr.flush()
