"""A picture whose file is replaced, or withheld and given free again."""

from datetime import datetime
from typing import Any

import pytest
from django.core.files.base import ContentFile

from cms.actions import withdraw_consent
from cms.models import PlenaryImage, PlenaryRendition
from tests.factories.accounts import StaffFactory
from tests.factories.pictures import consent, photograph, picture

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


def test_a_process_that_remembers_an_old_size_does_not_show_it_after_a_withdrawal(now: datetime) -> None:
    """Without a shared cache nobody tells its memory that the size is gone."""
    image = picture()
    given = consent(image)
    old: Any = PlenaryImage.objects.get().get_rendition("width-20|format-png")
    remembered = old.get_cache_key()

    withdraw_consent(given, by=StaffFactory(), now=now)
    assert PlenaryRendition.cache_backend.get(remembered) is None
    PlenaryRendition.cache_backend.set(remembered, old)

    assert PlenaryImage.objects.get().get_rendition("width-20|format-png").file.name != old.file.name
