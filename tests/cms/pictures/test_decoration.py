"""A picture that is decoration stays it: on its way into the database, out of it, and when a part of it is read."""

import pytest

from cms.languages import TranslatedText
from cms.models import PlenaryImage
from tests.factories.pictures import picture

pytestmark = pytest.mark.django_db


def test_decoration_needs_no_words_and_is_remembered() -> None:
    kept = picture(decorative=True, alt_text=TranslatedText(texts={}))

    found = PlenaryImage.objects.get(pk=kept.pk)

    assert found.decorative
    assert found == kept
    found.save()
    assert PlenaryImage.objects.filter(decorative=True).count() == 1


def test_decoration_says_nothing_even_when_words_were_written_for_it() -> None:
    kept = picture(decorative=True)

    assert PlenaryImage.objects.get(pk=kept.pk).default_alt_text == ""


def test_a_picture_of_which_a_part_is_read_asks_for_the_rest() -> None:
    picture(decorative=True)

    assert PlenaryImage.objects.only("title").get().decorative


def test_a_picture_is_no_decoration_unless_somebody_says_so() -> None:
    kept = picture()

    assert not PlenaryImage.objects.get(pk=kept.pk).decorative
