"""The front pages, the plan and the register of the Kite network."""

from datetime import datetime

import pytest
from wagtail.models import Page, Site

from cms.demo import decisions, home, network, plan
from cms.demo.network import Network
from governance.decisions.models import Decision
from governance.decisions.queries import decisions_awaiting, figures, register
from governance.decisions.rules import Procedure, State
from governance.ledger.queries import verify
from governance.plan.queries import plan_in_force
from home.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def kite(now: datetime) -> Network:
    made = Network(now=now, password="not used here")
    network.build(made)
    return made


def test_there_is_one_front_page_a_language_and_nothing_of_wagtails(kite: Network) -> None:
    home.build(kite)
    home.build(kite)

    pages = HomePage.objects.all()
    assert sorted(page.locale.language_code for page in pages) == ["ar", "en", "es", "fr"]
    assert len({page.translation_key for page in pages}) == 1
    assert Page.objects.filter(depth=2).count() == 4
    assert Site.objects.get().root_page.specific == HomePage.objects.get(locale__language_code="en")


def test_the_register_has_31_numbers_of_which_two_are_open(kite: Network) -> None:
    decisions.build(kite)

    found = figures(register(kite.people["teodora"], on=kite.today, year=2026), on=kite.today)
    procedures = set(Decision.objects.filter(state=State.TAKEN).values_list("procedure", flat=True))
    assert Decision.objects.filter(year=2026).count() == 31
    assert list(Decision.objects.open().order_by("number").values_list("number", "procedure")) == [
        (30, "written"),
        (31, "silence"),
    ]
    assert procedures == {procedure.value for procedure in Procedure}
    assert found.late == 1
    assert verify().holds


def test_the_written_decision_waits_for_the_chair_alone(kite: Network) -> None:
    decisions.build(kite)

    waiting = {
        key: {one.number for one in decisions_awaiting(kite.people[key], now=kite.now)}
        for key in ("hana", "lucien", "pavel", "teodora")
    }
    assert waiting == {"hana": {30, 31}, "lucien": set(), "pavel": set(), "teodora": set()}


def test_the_plan_has_four_priorities_with_measures_and_words_for_children(kite: Network) -> None:
    plan.build(kite)

    overview = plan_in_force(on=kite.today)
    assert overview is not None
    assert [one.summary.measures for one in overview.priorities] == [5, 5, 5, 6]
    beside = [change.children_text.texts.keys() for one in overview.priorities for change in one.changes]
    assert all(languages == {"en", "fr", "es", "ar"} for languages in beside)
    assert all(one.for_children for one in overview.priorities)
