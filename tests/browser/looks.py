"""What axe cannot see, asked of a page in the browser."""

from typing import Any

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


# Where the focus is: whether it comes after the stop before in the document, where it stands, whether it can be seen.
STOP = """() => { const e = document.activeElement, box = e.getBoundingClientRect(), before = window.stopBefore;
  const after = !before || !!(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
  window.stopBefore = e;
  const rtl = document.documentElement.dir === 'rtl', away = innerWidth;
  const between = (one, other) => (one + other) / 2;
  const middle = document.elementFromPoint(between(Math.max(0, box.left), Math.min(box.right, away)),
    between(Math.max(0, box.top), Math.min(box.bottom, innerHeight)));
  return {what: e.outerHTML.slice(0, 80), name: e.tagName, after, top: box.top + scrollY, bottom: box.bottom + scrollY,
    start: rtl ? away - box.right : box.left, end: rtl ? away - box.left : box.right,
    skip: e.matches('.skip'), covered: !middle || !(e.contains(middle) || middle.contains(e)
      || [...(e.labels || [])].some(one => one.contains(middle))) } }"""


def jumps(page: Page, *, steps: int = 150) -> list[str]:
    """Stops of the focus that come out of their order, stand above the one before (unless in the next column), or
    are covered by something else."""
    page.evaluate("document.activeElement.blur(); window.stopBefore = null")
    found: list[str] = []
    last: dict[str, Any] | None = None
    for _step in range(steps):
        page.keyboard.press("Tab")
        here: dict[str, Any] = page.evaluate(STOP)
        if here["name"] == "BODY":
            break
        back = last is not None and here["bottom"] <= last["top"] and here["start"] < last["end"]
        said = {"out of order": not here["after"], "back up": back, "covered": here["covered"]}
        found += [f"{why}: {here['what']}" for why, true in said.items() if true]
        last = None if here["skip"] else here
    return found


# WCAG 2.2, 2.5.3: who speaks what they see must hit it. Letters and figures are compared, signs are not.
UNSPOKEN = """() => {
  const plain = text => text.toLowerCase().replace(/[^\\p{L}\\p{N}]/gu, '');
  const seen = e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.vh');
  const asks = e => e.matches('input, select, textarea'), labels = e => [...(e.labels || [])];
  const words = e => asks(e) ? labels(e).filter(seen).map(one => one.innerText).join(' ') : e.innerText;
  const heard = e => { const copy = e.cloneNode(true);
    copy.querySelectorAll('[aria-hidden=true]').forEach(x => x.remove());
    return copy.textContent + [...copy.querySelectorAll('[alt], [aria-label]')]
      .map(x => x.getAttribute('alt') || x.getAttribute('aria-label')).join(' ') };
  const named = e => (e.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean)
    .map(id => heard(document.getElementById(id))).join(' ')
    || e.getAttribute('aria-label') || (asks(e) ? labels(e).map(heard).join(' ') : heard(e)) || e.title;
  return [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')]
    .filter(e => e.checkVisibility({visibilityProperty: true}))
    .map(e => [e, plain(words(e)), plain(named(e))])
    .filter(([e, visible, name]) => !name || !name.includes(visible))
    .map(([e, visible, name]) => `${e.outerHTML.slice(0, 80)}: “${visible}” is called “${name}”`) }"""


def unspoken(page: Page) -> list[str]:
    """Controls whose name leaves out the words that are seen on them, or that have none."""
    found: list[str] = page.evaluate(UNSPOKEN)
    return found
