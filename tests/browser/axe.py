"""axe-core inside a page, as its package gives it to us; and what a page needs before it is looked at."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Colours that are on their way from light to dark are no finding.
AT_REST = """() => Promise.all(document.getAnimations()
  .filter(one => one.playState === 'running' && one.effect.getComputedTiming().endTime !== Infinity)
  .map(one => one.finished.catch(() => null))).then(() => null)"""


def settle(page: Page) -> None:
    """Wait until the page has loaded and what moves in it has come to its end."""
    page.wait_for_load_state("load")
    page.evaluate(AT_REST)


def violations(page: Page) -> list[str]:
    """One line for each rule that is broken: its name, and the first place."""
    settle(page)
    page.evaluate(SCRIPT)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"{one['id']}: {one['nodes'][0]['target'][0]}" for one in found["violations"]]
