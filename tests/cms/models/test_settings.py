"""What makes an installation one network and not another."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from cms.languages import translated
from cms.models.settings import NEW, NetworkSettings, Typeface, current_network
from members.accounts.adapters import SecondFactor
from tests.factories.accounts import StaffFactory, UserFactory, editor, sign_in_with_second_factor
from tests.factories.network import harbour

pytestmark = pytest.mark.django_db
ADMIN = "/admin/settings/cms/networksettings/"
FONT = b"wOF2" + b"\0" * 60


def test_an_installation_without_settings_is_called_plenary() -> None:
    cache.clear()

    assert current_network() == NEW
    assert str(settings.WAGTAIL_SITE_NAME) == "Plenary"


def test_the_network_is_read_once_and_then_remembered(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    harbour()

    with django_assert_num_queries(1):
        first, second = current_network(), current_network()

    assert first == second
    assert str(first.short_name) == "Harbour"


def test_what_is_saved_is_seen_at_once() -> None:
    row = harbour()
    before = current_network()

    row.short_name = translated(en="Haven")
    row.save()

    assert str(before.short_name) == "Harbour"
    assert str(current_network().short_name) == "Haven"


@pytest.mark.parametrize(("language", "name"), [("en", "Harbour"), ("fr", "Port"), ("es", "Puerto")])
def test_wagtail_calls_the_network_by_its_name_in_the_reader_s_language(language: str, name: str) -> None:
    harbour()

    with translation.override(language):
        assert str(settings.WAGTAIL_SITE_NAME) == name


def test_an_authenticator_app_shows_the_network_s_name() -> None:
    harbour()

    address = SecondFactor().build_totp_url(UserFactory(email="ana@harbour.example"), "SECRET")

    assert address == "otpauth://totp/ana%40harbour.example?secret=SECRET&issuer=Harbour"


def test_the_version_changes_with_the_looks_and_not_with_the_name() -> None:
    row = harbour()
    first = current_network().version

    row.name = translated(en="The Harbour Alliance")
    row.save()
    renamed = current_network().version
    row.typeface = Typeface.SYSTEM
    row.save()

    assert renamed == first
    assert current_network().version != first


def test_colours_that_cannot_be_read_are_refused_in_a_sentence() -> None:
    with pytest.raises(ValidationError) as refused:
        harbour(palette={"light": {"soft": "#8a8f91"}})

    assert refused.value.message_dict == {
        "palette": [
            "“soft: what may be skipped” and “paper: the page” (on light screens) are too near: "
            "their contrast is 3.0, and 4.5 is needed.",
            "“soft: what may be skipped” and “raised: fields and menus” (on light screens) are too near: "
            "their contrast is 3.2, and 4.5 is needed.",
            "“soft: what may be skipped” and “sunk: what is set back” (on light screens) are too near: "
            "their contrast is 2.7, and 4.5 is needed.",
        ]
    }


def test_a_typeface_of_its_own_needs_its_file() -> None:
    with pytest.raises(ValidationError) as refused:
        harbour(typeface=Typeface.OWN)

    assert refused.value.message_dict == {"font": ["Upload the typeface’s file, or choose another typeface."]}


def test_a_mark_that_does_more_than_draw_is_refused() -> None:
    row = harbour()
    row.mark = ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0'><script/></svg>", name="bad.svg")

    with pytest.raises(ValidationError) as refused:
        row.full_clean()

    assert refused.value.message_dict == {
        "mark": [
            "Upload a plain SVG with a viewBox, of shapes and colours only, up to 30 KB. In the way: <script>",
        ]
    }


def test_a_typeface_that_is_no_woff2_is_refused() -> None:
    row = harbour()
    row.font = ContentFile(b"\0\1\0\0", name="font.ttf")

    with pytest.raises(ValidationError) as refused:
        row.full_clean()

    assert list(refused.value.message_dict) == ["font"]


def test_the_secretariat_changes_the_network_in_the_admin(client: Client) -> None:
    row = harbour()
    sign_in_with_second_factor(client, StaffFactory())
    page = client.get(f"{ADMIN}{row.pk}/")
    form = page.context["form"]
    typed = {f"palette_{role}-light": "" for role in ("paper", "ink")}
    data = {
        **typed,
        "name_en": "Harbour Alliance",
        "short_name_en": "Haven",
        "typeface": "house",
        "palette_ink-light": "#102030",
    }

    answer = client.post(f"{ADMIN}{row.pk}/", data)

    assert "palette" in form.fields
    assert answer.status_code == 302, answer.context["form"].errors
    assert NetworkSettings.objects.get().palette == {"light": {"ink": "#102030"}}
    assert str(current_network().short_name) == "Haven"


def test_what_was_typed_wrongly_is_shown_again(client: Client) -> None:
    row = harbour()
    sign_in_with_second_factor(client, StaffFactory())

    answer = client.post(
        f"{ADMIN}{row.pk}/",
        {"name_en": "H", "short_name_en": "H", "typeface": "house", "palette_ink-light": "blue"},
    )

    assert answer.context["form"].errors["palette"] == ["Write each colour as # and six digits, such as #1a2327."]
    assert 'value="blue"' in answer.content.decode()


def test_an_editor_may_not_rename_the_network(client: Client) -> None:
    row = harbour()
    sign_in_with_second_factor(client, editor())

    answer = client.post(f"{ADMIN}{row.pk}/", {"name_en": "Mine", "short_name_en": "Mine", "typeface": "house"})

    assert answer.status_code == 302
    assert answer["Location"] == reverse("wagtailadmin_home")
    assert str(NetworkSettings.objects.get().short_name) == "Harbour"
