"""How a picture is fetched: in a size that fits, in its place before it is there, and at once where a page begins."""

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cms.models import PlenaryImage
from tests.factories.cms import standard_page
from tests.factories.pictures import photograph, picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
HEADING = ("heading", "At the market")
WIDE = photograph(size=(1000, 1200))


def shown(image: PlenaryImage) -> tuple[str, dict[str, Any]]:
    return ("picture", {"image": image, "caption": ""})


def pictures_of(client: Client, site_root: SiteRoot, *body: Any) -> list[str]:
    page = client.get(standard_page(site_root, body=list(body)).get_url()).content.decode()
    return re.findall(r"<picture>.*?</picture>", page, re.S)


def test_a_picture_keeps_its_place_and_comes_in_two_widths_and_three_formats(
    client: Client, site_root: SiteRoot
) -> None:
    (html,) = pictures_of(client, site_root, shown(picture(content=WIDE)))

    widths = [re.findall(r" (\d+)w", found) for found in re.findall(r'srcset="([^"]+)"', html)]
    assert widths == [["480", "960"]] * 3
    assert re.findall(r'type="image/(\w+)"', html) == ["avif", "webp"]
    assert re.findall(r'<img [^>]*?width="(\d+)"', html) == ["480"]
    assert re.findall(r'<img [^>]*?height="(\d+)"', html) == ["400"]


def test_the_picture_that_a_page_begins_with_is_fetched_at_once(client: Client, site_root: SiteRoot) -> None:
    first, second = pictures_of(client, site_root, shown(picture()), shown(picture()))

    assert 'loading="eager"' in first
    assert 'fetchpriority="high"' in first
    assert 'loading="lazy"' in second
    assert "fetchpriority" not in second


def test_sizes_that_are_there_are_shown_without_a_question(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    image = picture()
    made = image.get_renditions("width-40|format-webp", "width-20|format-webp")

    with django_assert_num_queries(0):
        again = image.get_renditions("width-40|format-webp", "width-20|format-webp")

    assert [one.url for one in again.values()] == [one.url for one in made.values()]


def test_a_picture_further_down_waits_until_it_is_scrolled_to(client: Client, site_root: SiteRoot) -> None:
    (html,) = pictures_of(client, site_root, HEADING, shown(picture()))

    assert 'loading="lazy"' in html
    assert "fetchpriority" not in html
