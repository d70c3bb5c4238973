"""Debian's Chromium under Playwright, with a network that ends at this machine."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Route, expect

CHROMIUM = Path("/usr/bin/chromium")
LOOPBACK = {"127.0.0.1", "localhost", "::1", "testserver"}

# As long as a click waits: on a busy machine the five seconds that it has by itself are no verdict on a page.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """CI must have the browser; on somebody's machine the browser tests are left out with a reason."""
    if not CHROMIUM.exists():
        reason = f"{CHROMIUM} is missing: install Debian's package chromium to run the browser tests"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    # Playwright keeps an event loop in the tests' own thread, and Django would take every query there for a mistake.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return {"executable_path": str(CHROMIUM), "args": ["--no-sandbox", "--disable-dev-shm-usage"]}


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """No page can load anything from elsewhere: a request that leaves this machine is aborted."""
    context.route("**/*", seal)
    return context


def seal(route: Route) -> None:
    address = urlsplit(route.request.url)
    if address.scheme in {"data", "blob"} or address.hostname in LOOPBACK:
        route.continue_()
        return
    route.abort("blockedbyclient")
