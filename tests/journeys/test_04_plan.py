"""The public reads the strategic plan with its four priorities, and children's wording beside adults'."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.demo import network, plan
from cms.demo.network import Network
from governance.plan.models import Indicator
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
PRIORITIES = {
    "en": (
        "Children take part, and children who defend rights are safe",
        "Those responsible answer to children",
        "The network can pay its bills, also after a shock",
        "We work better together",
    ),
    "fr": (
        "Les enfants participent, et ceux qui défendent les droits sont en sécurité",
        "Les responsables rendent compte aux enfants",
        "Le réseau peut payer ses factures, même après un choc",
        "Nous travaillons mieux ensemble",
    ),
    "es": (
        "La infancia participa, y quienes defienden derechos están a salvo",
        "Quienes tienen la responsabilidad responden ante la infancia",
        "La red puede pagar sus cuentas, también tras un golpe",
        "Trabajamos mejor juntos",
    ),
}
CHILDREN = {"en": "You have a say", "fr": "Tu as ton mot à dire", "es": "Tu voz cuenta"}
BESIDE = {
    "en": "On a bad day we can still pay.",
    "fr": "Un mauvais jour, nous pouvons encore payer.",
    "es": "En un mal día, todavía podemos pagar.",
}


@pytest.fixture
def kite() -> Network:
    made = Network(now=timezone.now(), password="not used here")
    network.build(made)
    plan.build(made)
    return made


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_public_reads_the_plan_and_children_read_it_in_their_words(
    client: Client, kite: Network, language: str
) -> None:
    for_adults = client.get(f"/{language}/plan/")
    for_children = client.get(f"/{language}/plan/children/")

    page = for_adults.content.decode()
    assert [title in page for title in PRIORITIES[language]] == [True] * 4
    assert BESIDE[language] in page
    assert CHILDREN[language] in for_children.content.decode()
    assert [one.summary.measures for one in for_adults.context["overview"].priorities] == [5, 5, 5, 6]


def test_a_figure_that_the_secretariat_enters_is_on_the_public_page(
    client: Client, kite: Network, site_root: SiteRoot
) -> None:
    indicator = Indicator.objects.filter(origin="hand").order_by("pk")[0]
    today = timezone.now().date()
    sign_in_with_second_factor(client, StaffFactory())

    client.post(reverse("indicator:figures", args=[indicator.pk]), {"on": today.isoformat(), "value": "7.3"})
    client.logout()
    page = client.get("/en/plan/").content.decode()
    table = client.get("/en/plan/figures.csv").content.decode()

    assert "<b>7.3</b>" in page
    assert f",7.3,{today.isoformat()}" in table
