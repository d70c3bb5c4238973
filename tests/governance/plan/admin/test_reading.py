"""Beside the plan's words for children stands how hard they are, in each language by itself."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.languages import TranslatedText, translated
from members.accounts.models import User
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.plan import ChangeFactory, PlanFactory, PriorityFactory
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db

EASY, HARD = "Easy: children read this.", "Too hard for children: short sentences, short words, one thought each."
NOTHING = "Nothing is written yet."
MIXED = translated(
    en="You may speak. We hear you.",
    fr="Les organisations internationales reconnaissent progressivement les responsabilités gouvernementales.",
)


@pytest.fixture
def secretary(site_root: SiteRoot, client: Client) -> User:
    return sign_in_with_second_factor(client, StaffFactory())


def verdicts(client: Client, screen: str, key: int) -> dict[str, str]:
    """By the language's own name."""
    page: Any = client.get(reverse(f"{screen}:edit", args=[key]))
    html = page.content.decode()
    return dict(re.findall(r'<span lang="\w\w">(\w+)</span> · <strong>([^<]+)</strong>', html))


def test_a_plan_says_for_each_language_how_hard_its_words_for_children_are(client: Client, secretary: User) -> None:
    plan = PlanFactory(children_title=MIXED, children_lede=TranslatedText())

    found = verdicts(client, "strategic_plan", plan.pk)

    assert found == {"English": EASY, "Français": HARD, "Español": NOTHING}


@pytest.mark.parametrize("field", ["children_title", "children_text", "children_done", "children_next"])
def test_every_wording_of_a_priority_for_children_counts(client: Client, secretary: User, field: str) -> None:
    words = dict.fromkeys(["children_title", "children_text", "children_done", "children_next"], TranslatedText())
    priority = PriorityFactory(**{**words, field: MIXED})

    found = verdicts(client, "priority", priority.pk)

    assert found == {"English": EASY, "Français": HARD, "Español": NOTHING}


def test_a_change_counts_the_words_for_children_and_not_the_adults(client: Client, secretary: User) -> None:
    change = ChangeFactory(text=MIXED, children_text=translated(en="You may speak.", es="Tú puedes hablar."))

    found = verdicts(client, "change", change.pk)

    assert found == {"English": EASY, "Français": NOTHING, "Español": EASY}


@pytest.mark.parametrize(
    ("language", "easy", "longest"),
    [
        ("en", "Easy: children read this.", "Longest words:"),
        ("fr", "Facile\u202f: des enfants peuvent le lire.", "Mots les plus longs\u202f:"),
        ("es", "Fácil: los niños y las niñas lo leen.", "Palabras más largas:"),
    ],
)
def test_the_secretariat_reads_it_in_its_own_language(
    site_root: SiteRoot, client: Client, language: str, easy: str, longest: str
) -> None:
    sign_in_with_second_factor(client, StaffFactory(language=language))
    plan = PlanFactory(children_title=MIXED)

    html = client.get(reverse("strategic_plan:edit", args=[plan.pk])).content.decode()

    assert f'<span lang="en">English</span> · <strong>{easy}</strong>' in html
    assert f'{longest} <span lang="fr">gouvernementales, ' in html


def test_a_plan_that_is_begun_has_nothing_to_read_yet(client: Client, secretary: User) -> None:
    html = client.get(reverse("strategic_plan:add")).content.decode()

    assert html.count(f"<strong>{NOTHING}</strong>") == 3
