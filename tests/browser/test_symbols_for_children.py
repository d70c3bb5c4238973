"""Pictures with symbols on children's pages: each stands beside its words, and none stands for nothing."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from cms.demo.network import Network
from cms.models import StandardPage
from tests.browser.walking import opened, walk

# What a drawing asks for and the page does not have; an address elsewhere would be none of ours.
LOST = """() => [...document.querySelectorAll('use')]
  .map(use => use.getAttribute('href') ?? use.getAttribute('xlink:href'))
  .filter(href => !href?.startsWith('#') || !document.querySelector(href))"""
# Drawings that a screen reader meets without a name.
NAMELESS = """() => [...document.querySelectorAll('main svg')].filter(drawing => drawing.ariaHidden !== 'true'
  && !(drawing.getAttribute('role') === 'img' && drawing.getAttribute('aria-label')?.trim()))
  .map(drawing => drawing.getAttribute('class'))"""
# For each statement: its symbol's outlines, the words beside it and what is written inside the drawing.
STATEMENTS = """() => [...document.querySelectorAll('.kids > li:has(.head)')].map(one => {
  const symbol = one.querySelector('.head .sym'), box = symbol?.getBoundingClientRect()
  return {outline: symbol ? [...symbol.querySelectorAll('polygon')].map(p => p.getAttribute('points')).join('|') : '',
    seen: box ? Math.min(box.width, box.height) : 0, inside: symbol?.textContent.trim() ?? '',
    beside: one.querySelector('.head h2').innerText.trim()} })"""


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_every_statement_for_children_has_a_symbol_beside_its_words(
    live_server: LiveServer, browser: Browser, told: Network, language: str
) -> None:
    opted_in = StandardPage.objects.live().filter(locale__language_code=language).exclude(children_title="")
    addresses = [urlsplit(page.children_url).path for page in opted_in]
    with walk(browser, base_url=live_server.url) as page:
        for address in addresses:
            opened(page, address)
            statements = page.evaluate(STATEMENTS)

            assert statements, address
            assert [one["beside"] for one in statements if one["seen"] < 48 or one["inside"]] == []
            assert all(one["beside"] and one["outline"] for one in statements)
            assert page.evaluate(LOST) == []
            assert page.evaluate(NAMELESS) == []
    assert addresses


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_four_priorities_have_four_pictures(
    live_server: LiveServer, browser: Browser, kite: Network, language: str
) -> None:
    with walk(browser, base_url=live_server.url) as page:
        opened(page, f"/{language}/plan/children/")
        statements = page.evaluate(STATEMENTS)

        assert len({one["outline"] for one in statements}) == 4
        assert [one["beside"] for one in statements if one["seen"] < 48 or one["inside"]] == []
        assert page.evaluate(LOST) == []
        assert page.evaluate(NAMELESS) == []
