"""What stands where on a page: broken words, the lines of a text, fills and what is written beside them."""

import re

from playwright.sync_api import Locator, Page

from cms.rules.colour import contrast

# Words of an element that stand on more than one line. A hyphen that somebody wrote is a place to break.
BROKEN = """element => { const found = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) for (const word of walker.currentNode.data.matchAll(/[^\\s‑-]+/g)) {
    const range = document.createRange()
    range.setStart(walker.currentNode, word.index); range.setEnd(walker.currentNode, word.index + word[0].length)
    if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(word[0]) }
  return found }"""
LINES = """element => { const range = document.createRange(); range.selectNodeContents(element)
  return new Set([...range.getClientRects()].map(box => Math.round(box.bottom))).size }"""
# Each shape that is filled in the second facet's colour, with its edge, the page's ground and the words beside it.
PALE = """() => { const probe = document.createElement('i'); probe.style.color = 'var(--f2-fill)'
  document.body.append(probe); const pale = getComputedStyle(probe).color; probe.remove()
  return [...document.querySelectorAll('main svg :is(rect, polygon, path, circle):not(.bg)')]
    .filter(shape => shape.checkVisibility() && getComputedStyle(shape).fill === pale)
    .map(shape => { const drawing = shape.closest('svg'), look = getComputedStyle(shape)
      return {drawing: drawing.getAttribute('class'), edge: look.stroke, width: parseFloat(look.strokeWidth),
        ground: getComputedStyle(document.body).backgroundColor,
        beside: drawing.parentElement.innerText} }) }"""
MEASURES = {"meter", "dots"}


def broken_words(parts: Locator) -> list[str]:
    return [word for part in parts.all() for word in part.evaluate(BROKEN)]


def lines(part: Locator) -> int:
    found: int = part.evaluate(LINES)
    return found


def written(computed: str) -> str:
    """`#f0b23a` for the browser's `rgb(240, 178, 58)`."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", computed)[:3])


def pale_fills(page: Page) -> list[str]:
    """The drawings that have a fill of the pale colour, one name for each fill."""
    return [shape["drawing"].split()[0] for shape in page.evaluate(PALE)]


def weak_fills(page: Page) -> list[str]:
    """Fills of the pale colour without an edge of 3 : 1, and measures in it without their figure beside them."""
    found = []
    for shape in page.evaluate(PALE):
        kind = shape["drawing"].split()[0]
        if (
            shape["edge"] == "none"
            or not shape["width"]
            or contrast(written(shape["edge"]), written(shape["ground"])) < 3
        ):
            found.append(f"{kind}: no edge")
        if kind in MEASURES and not re.search(r"\d", shape["beside"]):
            found.append(f"{kind}: no figure")
    return found
