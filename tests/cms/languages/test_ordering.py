"""Names sorted by the database as the reader's dictionaries have them; the same on both databases."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from cms.languages.ordering import in_order
from governance.decisions.forms.desk import OfficeForm
from members.organisations.models import Organisation
from members.organisations.queries import directory
from tests.factories.accounts import UserFactory
from tests.factories.organisations import delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
NAMES = ("Zebra", "Óscar", "alpha", "Ñandú", "Nube", "Delta", "Écho", "Œuvre")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["alpha", "Delta", "Écho", "Ñandú", "Nube", "Œuvre", "Óscar", "Zebra"]),
        ("fr", ["alpha", "Delta", "Écho", "Ñandú", "Nube", "Œuvre", "Óscar", "Zebra"]),
        ("es", ["alpha", "Delta", "Écho", "Nube", "Ñandú", "Œuvre", "Óscar", "Zebra"]),
    ],
)
def test_names_stand_where_readers_of_the_language_look_for_them(language: str, expected: list[str]) -> None:
    for name in NAMES:
        member(name=name)

    with translation.override(language):
        found = Organisation.objects.order_by(in_order("name")).values_list("name", flat=True)

        assert list(found) == expected


def test_the_directory_is_in_that_order() -> None:
    for name in NAMES:
        member(name=name)

    with translation.override("es"):
        entries = directory(UserFactory(), on=date(2026, 6, 10))

    assert [entry.organisation.name for entry in entries][3:5] == ["Nube", "Ñandú"]


def test_choices_that_were_composed_before_are_in_the_order_of_the_page_that_shows_them() -> None:
    for name in ("Ñandú", "Nube"):
        UserFactory(name=name)

    shown = {}
    for language in ("en", "es"):
        with translation.override(language):
            page = OfficeForm().as_p()
            shown[language] = re.findall("Ñandú|Nube", page)

    assert shown == {"en": ["Ñandú", "Nube"], "es": ["Nube", "Ñandú"]}


def test_so_is_its_page_in_each_language(client: Client, site_root: SiteRoot) -> None:
    organisations = [member(name=name) for name in ("Ñandú", "Nube", "Zebra")]
    client.force_login(delegate_of(organisations[0]))

    pages = [client.get(f"/{language}/directory/").content.decode() for language in ("en", "es")]

    shown = [re.findall(r">(Ñandú|Nube|Zebra)</a>", page) for page in pages]
    assert shown == [["Ñandú", "Nube", "Zebra"], ["Nube", "Ñandú", "Zebra"]]
