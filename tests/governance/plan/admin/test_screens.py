"""The plan's screens: its wording, its indicators, its figures."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.ledger.models import Entry
from governance.plan.models import Change, Indicator, Measurement, Plan, Priority
from members.accounts.models import User
from tests.factories.accounts import StaffFactory, editor, sign_in_with_second_factor
from tests.factories.organisations import delegate_of, member
from tests.factories.plan import ChangeFactory, IndicatorFactory, MeasurementFactory, PriorityFactory
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
INDICATORS, IMPORT = "/admin/plan-indicators/", "/admin/plan-indicators/figures/import/"


@pytest.fixture
def secretary(site_root: SiteRoot, client: Client) -> User:
    return sign_in_with_second_factor(client, StaffFactory())


def figures(indicator: Indicator) -> str:
    return reverse("indicator:figures", args=[indicator.pk])


def said(page: Any) -> str:
    return " ".join(page.content.decode().split())


def table(text: str) -> dict[str, SimpleUploadedFile]:
    return {"table": SimpleUploadedFile("figures.csv", text.encode())}


def in_three(name: str, text: str) -> dict[str, str]:
    return {f"{name}_{code}": f"{text} ({code})" for code in ("en", "fr", "es")}


def typed_indicator(priority: Priority, **changed: Any) -> dict[str, Any]:
    usual = {
        **{"priority": priority.pk, "change": "", "name_en": "Groups", "unit": "", "baseline": "1", "target": "9"},
        **{"direction": "up", "starts_on": "2025-01-01", "by_on": "2029-12-31", "origin": "hand", "computation": ""},
    }
    return {**usual, **changed}


def test_a_plan_is_written_for_adults_and_children_in_three_languages(client: Client, secretary: User) -> None:
    plan = {**in_three("title", "Plan"), **in_three("lede", "Lede"), "from_on": "2025-01-01", "until_on": "2030-01-01"}
    client.post(
        reverse("strategic_plan:add"),
        {**plan, **in_three("children_title", "Yours"), **in_three("children_lede", "For you")},
    )
    made = Plan.objects.get()
    texts = ("name", "title", "text", "children_title", "children_text", "children_done", "children_next")
    words = {key: text for name in texts for key, text in in_three(name, name).items()}

    client.post(reverse("priority:add"), {"plan": made.pk, "number": 1, **words})
    client.post(
        reverse("change:add"),
        {"priority": Priority.objects.get().pk, "number": 1, **in_three("text", "T"), **in_three("children_text", "C")},
    )

    assert made.children_title.texts == {"en": "Yours (en)", "fr": "Yours (fr)", "es": "Yours (es)"}
    assert Priority.objects.get().children_done.texts["fr"] == "children_done (fr)"
    assert Change.objects.get().children_text.texts["es"] == "C (es)"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"target": "0"}, "The target lies on the other side of the start than the direction says."),
        ({"by_on": "2024-01-01"}, "It ends before it starts."),
        ({"computation": "members"}, "What is counted is said of figures from the life of this site only."),
        ({"for_children": "on"}, "Children are shown one figure of each priority, and it has one already."),
    ],
)
def test_an_indicator_that_cannot_be_is_refused_in_words(
    client: Client, secretary: User, changed: dict[str, str], sentence: str
) -> None:
    priority = IndicatorFactory(for_children=True).priority

    page = client.post(reverse("indicator:add"), typed_indicator(priority, **changed))

    assert sentence in said(page)
    assert Indicator.objects.count() == 1


def test_an_indicator_is_written_down_and_its_list_leads_to_its_figures(client: Client, secretary: User) -> None:
    priority = PriorityFactory()

    client.post(reverse("indicator:add"), typed_indicator(priority, origin="computed", computation="members"))

    indicator = Indicator.objects.get()
    listed = said(client.get(INDICATORS))
    assert indicator.computation == "members"
    assert figures(indicator) in listed
    assert IMPORT in listed
    assert "Members and observers" in said(client.get(figures(indicator)))


def test_a_figure_is_entered_by_hand_once_for_a_day_that_has_come(client: Client, secretary: User) -> None:
    indicator = IndicatorFactory()
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)

    first = client.post(figures(indicator), {"on": "2026-03-31", "value": "4.5"}, follow=True)
    again = client.post(figures(indicator), {"on": "2026-03-31", "value": "7.25"})
    early = client.post(figures(indicator), {"on": "2024-12-31", "value": "5"})
    to_come = client.post(figures(indicator), {"on": tomorrow.isoformat(), "value": "5"})

    found = Measurement.objects.get()
    assert (found.value, found.measured_on, found.entered_by) == (Decimal("4.5"), date(2026, 3, 31), secretary)
    assert "The figure is written down." in said(first)
    assert "There is a figure for this day already." in said(again)
    assert 'value="7.25"' in said(again)
    assert "This day is before the measure starts." in said(early)
    assert "This day is still to come." in said(to_come)


def test_a_figure_is_mended_and_the_ledger_keeps_the_old_one(client: Client, secretary: User) -> None:
    figure = MeasurementFactory(value=Decimal(4000), measured_on=date(2026, 3, 31))
    address = reverse("indicator:correct", args=[figure.indicator_id, figure.pk])

    shown = said(client.get(address))
    same = client.post(address, {"value": "4000"})
    mended = client.post(address, {"value": "40"}, follow=True)

    figure.refresh_from_db()
    entry = Entry.objects.get()
    assert 'value="4000"' in shown or 'value="4E+3"' in shown
    assert "This is the figure that stands there already." in said(same)
    assert "The figure is mended." in said(mended)
    assert (figure.value, figure.entered_by) == (Decimal(40), secretary)
    assert (entry.kind, entry.body["before"], entry.body["after"]) == ("measurement_corrected", "4000.0000", "40.0000")


def test_a_table_is_imported_as_a_whole(client: Client, secretary: User) -> None:
    indicator = IndicatorFactory()
    other = IndicatorFactory(priority=indicator.priority)
    lines = f"{indicator.key},2026-03-31,4.5,Survey\n{other.key},2026-03-31,6,\n"

    page = client.post(IMPORT, table("indicator,measured_on,value,source\n" + lines), follow=True)

    found = {one.indicator_id: (one.value, str(one.source)) for one in Measurement.objects.all()}
    assert found == {indicator.pk: (Decimal("4.5"), "Survey"), other.pk: (Decimal(6), "")}
    assert "2 figures are imported." in said(page)


def test_each_wrong_line_gets_its_sentence_and_nothing_is_imported(client: Client, secretary: User) -> None:
    key = MeasurementFactory(measured_on=date(2026, 3, 1)).indicator.key
    lines = ["nobody,2026-03-31,4", f"{key},2024-01-01,4", f"{key},2026-03-01,4", f"{key},2026-03-31,4"]
    lines += [f"{key},2999-01-01,4", f"{key},soon,4"]

    page = said(client.post(IMPORT, table("indicator,measured_on,value\n" + "\n".join(lines))))

    assert "Line 2: There is no indicator with the key “nobody”." in page
    assert "Line 3: 2024-01-01 is before this indicator starts." in page
    assert "Line 4: This indicator has a figure for 2026-03-01 already." in page
    assert "Line 6: 2999-01-01 is still to come." in page
    assert "Line 7: “soon” is no day." in page
    assert "Line 5:" not in page
    assert Measurement.objects.count() == 1


def test_a_file_that_is_no_text_or_too_large_is_refused(client: Client, secretary: User) -> None:
    picture = client.post(IMPORT, {"table": SimpleUploadedFile("figures.csv", b"\xff\xd8\xff\xe0")})
    large = client.post(IMPORT, {"table": SimpleUploadedFile("figures.csv", b"x" * 1_000_001)})

    assert "This is no text in UTF-8." in said(picture)
    assert "This file is larger than a megabyte." in said(large)


def test_the_table_to_fill_in_can_be_brought_back_as_it_is(client: Client, secretary: User) -> None:
    key = IndicatorFactory().key
    empty = client.get(reverse("indicator:table")).content.decode("utf-8-sig")

    client.post(IMPORT, table(empty))
    client.post(IMPORT, table(empty.replace(",,,Groups", ",8,,Groups")))

    assert empty.splitlines()[1].startswith(f"{key},")
    assert Measurement.objects.get().value == 8


def test_a_change_that_nothing_measures_may_go_and_the_rest_stays(client: Client, secretary: User) -> None:
    change = ChangeFactory()
    indicator = IndicatorFactory(priority=PriorityFactory(plan=change.priority.plan, number=2))

    client.post(reverse("change:delete", args=[change.pk]))
    for name, one in (("indicator", indicator), ("priority", indicator.priority)):
        client.post(reverse(f"{name}:delete", args=[one.pk]))

    assert not Change.objects.exists()
    assert Indicator.objects.count() == 1
    assert Priority.objects.count() == 2


@pytest.mark.parametrize("who", ["member", "editor", "anonymous"])
def test_nobody_else_writes_or_measures(site_root: SiteRoot, client: Client, who: str) -> None:
    figure = MeasurementFactory()
    if who != "anonymous":
        sign_in_with_second_factor(client, editor() if who == "editor" else delegate_of(member()))
    desk = figures(figure.indicator)
    screens = [desk, INDICATORS, IMPORT, reverse("indicator:table"), reverse("priority:index"), reverse("change:index")]
    screens += [reverse("strategic_plan:index"), reverse("indicator:correct", args=[figure.indicator_id, figure.pk])]

    answers = [client.get(screen).status_code for screen in screens]
    client.post(desk, {"on": "2026-03-31", "value": "4.5"})

    assert 200 not in answers
    assert Measurement.objects.count() == 1


def test_the_lists_cost_the_same_with_one_and_three(client: Client, secretary: User) -> None:
    indicator, counts = IndicatorFactory(), []
    for number in (1, 2, 3):
        MeasurementFactory(indicator=indicator, measured_on=date(2026, 3, number), entered_by=secretary)
        IndicatorFactory(priority=PriorityFactory(plan=indicator.priority.plan, number=number + 1))
        with CaptureQueriesContext(connection) as asked:
            client.get(figures(indicator))
            client.get(INDICATORS)
        counts.append(len(asked))

    assert counts[1] == counts[2]
