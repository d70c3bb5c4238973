"""A picture whose file is replaced."""

from typing import Any

import pytest
from django.core.files.base import ContentFile

from cms.models import PlenaryImage
from tests.factories.pictures import photograph, picture

pytestmark = pytest.mark.django_db


def test_another_file_has_its_own_figures_and_its_own_sizes() -> None:
    image: Any = picture()
    old = image.get_rendition("width-20|format-png")

    image.file = ContentFile(photograph(size=(80, 80)), name="other.jpg")
    image.save()

    found = PlenaryImage.objects.get()
    assert (found.width, found.height) == (80, 80)
    assert found.file_hash == image.file_hash != ""
    assert found.renditions.count() == 0
    assert found.get_rendition("width-20|format-png").url != old.url
    assert found.get_rendition("width-20|format-png").height == 20


def test_another_title_leaves_the_sizes_alone() -> None:
    image = picture()
    image.get_rendition("width-20|format-png")

    image.title = "On the square"
    image.save()

    assert image.renditions.count() == 1
