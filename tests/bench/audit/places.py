"""Which pages there are: from the database, from the URLconf, and along the links."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urljoin

from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils import translation

from tests.bench.audit.asking import Asked, answer
from tests.bench.audit.forms import forms_in, said_empty
from tests.bench.audit.views import view_of

# Of each view so many are asked for, and so many are kept: those that show something which the ones before did not.
MOST_ASKED = 12
MOST_KEPT = 3


def plain_addresses(language: str) -> list[str]:
    """All addresses that need no object, whichever language the last answer left active."""
    with translation.override(language):
        return ["/admin/", *(f"/{address}" for address in _plain(get_resolver(), "", language))]


def _plain(resolver: URLResolver, before: str, language: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _plain(pattern, here, language)
        elif not re.search(r"[<^(]", here) and here.startswith((f"{language}/", "admin/", "styleguide/")):
            yield from [here] if view_of(f"/{here}") else []


def pages_of_the_tree(language: str) -> list[tuple[str, str]]:
    """(page type, address): the first live pages of each type, and those that have a children's version."""
    from wagtail.models import Page

    from cms.models import ForChildren

    found: dict[str, list[str]] = defaultdict(list)
    for page in Page.objects.live().public().filter(locale__language_code=language, depth__gt=1).specific():
        kind, address = type(page).__name__, str(page.url or "")
        if address and len(found[kind]) < MOST_KEPT:
            found[kind].append(address)
        if isinstance(page, ForChildren) and page.has_children_version:
            found["children"].append(address.replace(f"/{language}/", f"/{language}/children/", 1))
    return [(kind, address) for kind, addresses in found.items() for address in addresses[:MOST_KEPT]]


def html_of(client: Client, address: str) -> str:
    """The page at an address, or nothing: a redirect, a refusal and a file are no pages. One that breaks is."""
    got = answer(client, Asked(url=address))
    is_page = (got.status_code == 200 or got.status_code >= 500) and got.headers.get("Content-Type", "").startswith(
        "text/html"
    )
    return got.content.decode() if is_page and isinstance(got, HttpResponse) else ""


class Crawl:
    """Along the links, as one person."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.asked: Counter[str] = Counter()
        self.shown: dict[str, set[str]] = defaultdict(set)
        self.kept: dict[str, list[str]] = defaultdict(list)
        # By view: address, and the place of the form in its page.
        self.refused: dict[str, tuple[str, int]] = {}

    def follow(self, seeds: Iterable[str]) -> None:
        queue, seen = deque(seeds), set()
        while queue:
            address = queue.popleft()
            view = view_of(address)
            if address in seen or self.asked[view] >= MOST_ASKED:
                continue
            seen.add(address)
            html = html_of(self.client, address)
            self.asked[view] += bool(view)
            if view and html:
                self._keep(view, address, html)
            elif html:
                self._send_forms_empty(address, html)
            queue.extend(links(html, address))

    def _keep(self, view: str, address: str, html: str) -> None:
        shape = shape_of(html)
        if len(self.kept[view]) < MOST_KEPT and not shape <= self.shown[view]:
            self.kept[view].append(address)
            self.shown[view] |= shape
            self._send_forms_empty(address, html)

    def _send_forms_empty(self, address: str, html: str) -> None:
        for number, form in enumerate(forms_in(html)):
            view = view_of(urljoin(address, form.action)) or "page"
            if form.asks and view not in self.refused and said_empty(self.client, address, form):
                self.refused[view] = (address, number)


def shape_of(html: str) -> set[str]:
    """What a page is made of: the classes of its content, and its kinds of elements."""
    content = html.partition("<main")[2]
    classes = {word for words in re.findall(r'class="([^"]*)"', content) for word in words.split()}
    return classes | set(re.findall(r"<[a-z0-9-]+", content))


def links(html: str, address: str) -> Iterator[str]:
    """Addresses of pages of ours, in the same language."""
    language = address.split("/")[1]
    for found in re.findall(r'href="([^"#]*)', html) + re.findall(r'"url": "(/admin/[^"]*)"', html):
        there = urljoin(address, unescape(found))
        if there.startswith((f"/{language}/", "/admin/")) and view_of(there):
            yield there
