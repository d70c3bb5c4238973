"""A dozen pages as `make audit` looks at all of them: rules of reach, requests, what leaves the machine, queries."""

from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from tests.bench.audit.report import BUDGETS, Seen
from tests.bench.audit.walker import Walker
from tests.browser.walking import STUDY, sign_in

PUBLIC = ("/fr/", "/es/search/?q=plan", STUDY, "/en/plan/", "/en/news/", "/en/accounts/login/")
MEMBERS = ("/fr/today/", "/en/assembly/", "/en/directory/lantern-forum/", "/es/groups/", "/en/accounts/profile/")


def found(seen: list[Seen]) -> dict[str, list[str]]:
    """By page; how fast this machine is just now is not asked."""
    told = {one.address: [line for line in one.findings() if "kb" not in line and "cpu_ms" not in line] for one in seen}
    return {address: lines for address, lines in told.items() if lines}


def test_a_dozen_pages_keep_the_rules_and_the_budgets(live_server: LiveServer, browser: Browser, kite: Network) -> None:
    context = browser.new_context(base_url=live_server.url, reduced_motion="reduce")
    stranger, member = (Walker(context, who=who, only="") for who in ("anonymous", "member"))

    for address in PUBLIC:
        stranger.visit(address, "sample")
    sign_in(member.window.page, email="teodora@kite.example", password=kite.password)
    for address in MEMBERS:
        member.visit(address, "sample")
    context.close()

    seen = [*stranger.seen, *member.seen]
    assert [one.address for one in seen] == [*PUBLIC, *MEMBERS]
    assert found(seen) == {}
    assert max(one.requests for one in seen) <= BUDGETS["requests"]
