"""What axe cannot see, asked of a page in the browser."""

from playwright.sync_api import Page

# WCAG 2.2, 1.4.12: nothing may be lost when a reader spaces text out so.
SPACED = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)
# WCAG 2.2, 2.5.8: 24 px each way; links within a sentence and controls that their label makes larger are left out.
SMALL = """() => [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.vh') && e.tabIndex >= 0)
  .filter(e => !(e.matches('a') && e.closest('p, dd, td, th, li, h2, h3, figcaption, label, .hint')
    && getComputedStyle(e).display === 'inline'))
  .filter(e => !(e.matches('input[type=checkbox], input[type=radio]') && e.labels.length))
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, box]) => (box.width < 23.5 || box.height < 23.5) && box.width > 1 && box.bottom > 0)
  .map(([e, box]) => `${e.outerHTML.slice(0, 80)} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
# Text in a box that hides what does not fit.
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')]
  .filter(e => e.checkVisibility() && !e.closest('.vh, svg, thead') && getComputedStyle(e).clipPath !== 'inset(50%)')
  .filter(e => !e.matches('.skip, input, select, textarea'))
  .filter(e => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
  .map(e => e.outerHTML.slice(0, 80))"""
FOCUSED = """() => { const e = document.activeElement;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
  return {what: e.outerHTML.slice(0, 80), name: e.tagName, ring, seen: box.width > 0 && box.height > 0} }"""


def too_small(page: Page) -> list[str]:
    found: list[str] = page.evaluate(SMALL)
    return found


def cut_off(page: Page) -> list[str]:
    found: list[str] = page.evaluate(CUT)
    return found


def without_a_ring(page: Page, *, steps: int = 60) -> list[str]:
    """What has the focus and does not show it, from the top of the page through its first `steps` stops."""
    page.evaluate("document.activeElement.blur()")
    unseen = []
    for _step in range(steps):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here["name"] == "BODY":
            break
        if not here["ring"] or not here["seen"]:
            unseen.append(here["what"])
    return unseen
