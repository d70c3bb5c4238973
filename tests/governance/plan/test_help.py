"""Where a child can turn to stands on the plan for children, in the words of each language."""

import pytest
from django.test import Client

from tests.factories.plan import PlanFactory

pytestmark = pytest.mark.django_db
WORDS = {
    "en": ("Do you need help?", "Find help in my country", "Leave this page quickly"),
    "fr": ("As-tu besoin d’aide\u202f?", "Trouver de l’aide dans mon pays", "Quitter vite cette page"),
    "es": ("¿Necesitas ayuda?", "Buscar ayuda en mi país", "Salir rápido de esta página"),
}


@pytest.mark.parametrize("language", WORDS)
def test_a_child_who_reads_the_plan_finds_help(client: Client, language: str) -> None:
    PlanFactory()

    page = client.get(f"/{language}/plan/children/").content.decode()

    assert page.count('<section class="cando" id="help" aria-labelledby="helph">') == 1
    assert [words for words in WORDS[language] if words not in page] == []


def test_a_child_is_told_that_the_buttons_lead_to_other_websites(client: Client) -> None:
    PlanFactory()

    page = client.get("/en/plan/children/").content.decode()

    said = "Both buttons take you to other websites: Child Helpline International,"
    assert page.index("Leave this page quickly") < page.index(said)
