"""Arabic as a language of the public pages: complete, with its plurals, and no English word of the interface left."""

import re
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.test import Client
from django.utils import translation
from django.utils.translation import ngettext

from cms.demo import home, identity, library, network, pages, plan
from cms.demo.network import Network
from search.actions import rebuild
from tests.habits.test_translations import forms, named, said_otherwise

LOCALE = Path(__file__).resolve().parents[3] / "cms" / "locale"
WITHOUT_END = {"meta", "link", "img", "input", "br", "hr", "source", "wbr"}
STARTS = ["/ar/", "/ar/search/", "/ar/search/?q=zzzz", "/ar/plan/", "/ar/plan/children/", "/ar/bulletin/"]
ALSO = ["/ar/children/about/", "/ar/nowhere/", "/ar/events/", "/ar/news/", "/ar/search/?q=budget&theme=coordination"]
SAME_IN_BOTH = {"CC BY 4.0"}


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


class Words(HTMLParser):
    """What an Arabic page says that is not marked as another language's, and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.said: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        foreign = given.get("lang", "ar") != "ar" or any(foreign for _tag, foreign in self.open)
        self.links += [given["href"] or ""] if tag == "a" and "href" in given else []
        if not foreign:
            self.said += [given.get(name) or "" for name in ("aria-label", "title", "alt", "placeholder")]
        if tag not in WITHOUT_END:
            self.open.append((tag, foreign or tag in ("script", "style")))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and not self.open[-1][1]:
            self.said.append(" ".join(data.split()))


def english_of_the_interface() -> re.Pattern[str]:
    """Every sentence of the interface with at least three letters running, whatever stands in its gaps."""
    messages = [form for message in catalogue("fr") if message.id for form in forms(message.id)]
    wanted = {message.strip() for message in messages if re.search("[A-Za-z]{3}", message)} - SAME_IN_BOTH
    patterns = (re.sub(r"%\\?\(\w+\\?\)[sd]", r"\\S+", re.escape(" ".join(text.split()))) for text in wanted)
    return re.compile("|".join(pattern for pattern in patterns if re.search("[A-Za-z]{3}", pattern)))


def pages_from(client: Client, starts: list[str]) -> Iterator[tuple[str, Words]]:
    """Every Arabic page that can be reached, each once."""
    ahead, seen = list(starts), set(starts)
    while ahead:
        address = ahead.pop()
        answer = client.get(address)
        if "text/html" not in answer.headers.get("Content-Type", "") or answer.status_code == 302:
            continue
        words = Words()
        words.feed(answer.content.decode())
        yield address, words
        found = {link.partition("#")[0] for link in words.links if link.startswith("/ar/") and "?" not in link} - seen
        seen |= found
        ahead += sorted(found)


@pytest.fixture
def kite(db: None, now: datetime) -> Network:
    made = Network(now=now, password="not-a-secret")
    for part in (identity, network, home, pages, library, plan):
        part.build(made)
    rebuild(now=now)
    return made


def test_no_english_word_of_the_interface_shows_on_an_arabic_page(client: Client, kite: Network) -> None:
    english = english_of_the_interface()

    found = dict(pages_from(client, [*STARTS, *ALSO]))

    left = {(address, text) for address, words in found.items() for text in words.said if english.fullmatch(text)}
    assert left == set()
    assert len(found) >= 18


def test_every_arabic_string_is_there_and_keeps_its_gaps() -> None:
    messages = [message for message in catalogue("ar") if message.id]

    assert [named(message) for message in messages if not all(forms(message.string)) or message.fuzzy] == []
    assert [named(message) for message in messages if len(forms(message.id)) == 1 and said_otherwise(message)] == []
    assert len(messages) > 250


def test_every_plural_has_the_six_forms_of_arabic() -> None:
    plurals = [message for message in catalogue("ar") if message.id and len(forms(message.id)) == 2]

    assert {len(forms(message.string)) for message in plurals} == {6}
    assert len(plurals) >= 12


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا دراسات"),
        (1, "دراسة واحدة"),
        (2, "دراستان"),
        (3, "3 دراسات"),
        (10, "10 دراسات"),
        (11, "11 دراسة"),
        (99, "99 دراسة"),
        (100, "100 دراسة"),
        (103, "103 دراسات"),
    ],
)
def test_studies_are_counted_as_arabic_counts(number: int, said: str) -> None:
    with translation.override("ar"):
        assert ngettext("%(n)s study", "%(n)s studies", number) % {"n": number} == said


def test_the_demo_has_a_study_and_words_for_children_in_arabic(client: Client, kite: Network) -> None:
    for_children = client.get("/ar/children/about/").content.decode()
    study = client.get("/ar/case-studies/a-plan-of-action-written-with-ministries-parliament-and-children/")

    assert "من نحن، لك أنت</h1>" in for_children
    assert "<h1>خطة عمل كُتبت مع الوزارات والبرلمان والأطفال</h1>" in study.content.decode()
    assert "من ٢٠٢١ حتى اليوم" in study.content.decode()
    assert "٤، ١٢، ٤٢، ٤٤" in study.content.decode()


def test_search_finds_the_arabic_study_by_arabic_words(client: Client, kite: Network) -> None:
    html = client.get("/ar/search/", {"q": "الوزارات والبرلمان"}).content.decode()

    assert "خطة عمل" in re.sub(r"<[^>]+>", "", html)
    assert "لم نجد شيئاً" not in html
