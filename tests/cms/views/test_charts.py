"""Charts are drawn on the server and say in words what they show."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.test import Client

from tests.habits.house import ROOT, shown, templates
from tests.site import SiteRoot

Attributes = dict[str, str | None]
# Each chart of the style guide, by its class and how often it stands there; everything else drawn is decoration.
CHARTS = {"meter": 4, "meter tall": 4, "spark": 4, "bigkite": 1}


class Drawings(HTMLParser):
    """The attributes of every drawing, and what is said within it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Attributes] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            self.found.append(dict(attrs))
        if tag in {"canvas", "text"}:
            self.text.append(tag)


def drawings(html: str) -> Drawings:
    read = Drawings()
    read.feed(html)
    return read


def nameless(found: list[Attributes]) -> Iterator[Attributes]:
    """Neither a picture with a name nor hidden from those who listen."""
    for drawing in found:
        is_named = drawing.get("role") == "img" and (drawing.get("aria-label") or "").strip()
        if not is_named and drawing.get("aria-hidden") != "true":
            yield drawing


@pytest.fixture
def guide(client: Client, site_root: SiteRoot) -> Drawings:
    return drawings(client.get("/styleguide/").content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize("kind", CHARTS)
def test_each_chart_of_the_guide_is_a_picture_with_a_name(guide: Drawings, kind: str) -> None:
    classes = [(drawing, (drawing.get("class") or "").removesuffix(" p1")) for drawing in guide.found]

    charts = [drawing for drawing, name in classes if name == kind or (kind == "spark" and name.startswith("spark"))]

    assert len(charts) >= CHARTS[kind]
    assert {drawing.get("role") for drawing in charts} == {"img"}
    assert [drawing for drawing in charts if not (drawing.get("aria-label") or "").strip()] == []


@pytest.mark.django_db
def test_nothing_drawn_in_the_guide_is_without_a_name_unless_it_is_hidden(guide: Drawings) -> None:
    assert len(guide.found) > 40
    assert list(nameless(guide.found)) == []
    assert guide.text == []


def test_no_template_draws_without_a_name() -> None:
    drawn = {shown(path): drawings(path.read_text()).found for path in templates()}

    assert {path: found for path in drawn if (found := list(nameless(drawn[path])))} == {}
    assert len([path for path, found in drawn.items() if found]) > 10
    assert (ROOT / "templates" / "components" / "meter.html").exists()


def test_a_drawing_without_a_name_is_noticed() -> None:
    html = (
        '<svg class="a"><text>9</text></svg><svg role="img" aria-label=" "></svg><svg role="img" aria-label="9"></svg>'
    )

    read = drawings(html)

    assert [drawing.get("class") for drawing in nameless(read.found)] == ["a", None]
    assert read.text == ["text"]
