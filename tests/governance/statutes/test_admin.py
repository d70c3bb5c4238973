"""The secretariat reads the sets, drafts a new one, sees what it changes, and gives it its day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from governance.statutes import actions
from governance.statutes.forms import StatutesForm
from governance.statutes.models import StatuteSet
from governance.statutes.rules import DEFAULTS, MotionKind, Parameter, StatuteBook
from tests.factories.accounts import StaffFactory, UserFactory, editor, sign_in_with_second_factor
from tests.factories.statutes import statutes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_root")]


def today() -> date:
    return datetime.now(UTC).date()


def text(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(f"statutes_desk:{name}", args=args))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def typed(draft: StatuteSet, **changed: object) -> dict[str, object]:
    """What a browser sends back when nothing but these was changed."""
    form = StatutesForm(statutes=draft)
    return {**{name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}, **changed}


def secretary(client: Client) -> None:
    sign_in_with_second_factor(client, StaffFactory())


def test_the_sets_are_listed_from_the_newest_with_what_they_are_today(client: Client) -> None:
    secretary(client)
    statutes(from_on=date(1998, 3, 14))
    statutes(from_on=date(2023, 6, 1))
    statutes(from_on=today() + timedelta(days=9))
    actions.draft_statutes(adopted="Lima", on=today())

    page = text(client, "index")

    places = [page.index(word) for word in ("Draft: Lima", "To come", "2023-06-01", "1998-03-14", "Replaced")]
    assert places == sorted(places)
    assert reverse("statutes_desk:add") in page


def test_a_draft_is_rewritten_seen_and_given_its_day(client: Client) -> None:
    secretary(client)
    statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))
    client.post(reverse("statutes_desk:add"))
    draft = StatuteSet.objects.get(in_force_from_on=None)
    unchanged = text(client, "edit", draft.pk)
    later = today() + timedelta(days=30)

    client.post(
        reverse("statutes_desk:edit", args=[draft.pk]),
        typed(
            draft, notice_days=50, quorum="1/3", majority_statutes_share="3/4", dues_suspend=["vote"], adopted="Lima"
        ),
    )
    changed = text(client, "in_force", draft.pk)
    client.post(reverse("statutes_desk:in_force", args=[draft.pk]), {"from_on": later.isoformat()})

    draft.refresh_from_db()
    assert "Nothing: every rule is as before." in unchanged
    assert "<del>45</del> (art. 8)" in changed and "<ins>50</ins> (art. 8)" in changed
    assert "<del>1/2</del> (art. 11.1)" in changed and "<ins>1/3</ins> (art. 11.1)" in changed
    assert (draft.in_force_from_on, draft.adopted) == (later, "Lima")
    assert [str(draft.book.quorum().share), str(draft.book.majority(MotionKind.STATUTES).share)] == ["1/3", "3/4"]
    assert draft.book.words(Parameter.DUES_SUSPEND) == ("vote",)


def test_what_is_typed_wrongly_is_said_and_not_lost(client: Client) -> None:
    secretary(client)
    draft = actions.draft_statutes(on=today())

    page = client.post(
        reverse("statutes_desk:edit", args=[draft.pk]), typed(draft, quorum="two thirds", adopted="Lima, in May")
    ).content.decode()

    assert "Write a part like 1/2 or 2/3." in page
    assert "two thirds" in page and "Lima, in May" in page
    assert StatuteSet.objects.get().book == StatuteBook()


def test_a_day_that_has_passed_is_refused_beside_the_field(client: Client) -> None:
    secretary(client)
    statutes(from_on=date(2020, 1, 1))
    draft = actions.draft_statutes(on=today())

    page = client.post(reverse("statutes_desk:in_force", args=[draft.pk]), {"from_on": "2021-01-01"}).content.decode()

    assert "Choose a day to come." in page
    assert "2021-01-01" in page


def test_statutes_in_force_are_read_and_never_rewritten(client: Client) -> None:
    secretary(client)
    held = statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))

    page = text(client, "edit", held.pk)
    client.post(reverse("statutes_desk:edit", args=[held.pk]), {"notice_days": 3})
    for act in ("take_back", "discard"):
        refused = client.post(reverse(f"statutes_desk:{act}", args=[held.pk]), follow=True).content.decode()
        assert "Draft new ones instead." in refused

    assert "<form" not in page.split("<h2>")[1]
    assert "Days of notice of an ordinary assembly" in page
    assert StatuteSet.objects.get().book.number(Parameter.NOTICE_DAYS) == 45


def test_statutes_to_come_are_taken_back_and_a_draft_discarded(client: Client) -> None:
    secretary(client)
    coming = statutes(from_on=today() + timedelta(days=9))

    assert "Make it a draft again" in text(client, "edit", coming.pk)
    client.post(reverse("statutes_desk:take_back", args=[coming.pk]))
    coming.refresh_from_db()
    assert coming.is_draft
    client.post(reverse("statutes_desk:discard", args=[coming.pk]))

    assert not StatuteSet.objects.exists()


@pytest.mark.parametrize("who", ["member", "editor", "nobody"])
def test_others_see_and_change_nothing(client: Client, who: str) -> None:
    draft = actions.draft_statutes(on=today())
    if who != "nobody":
        sign_in_with_second_factor(client, editor() if who == "editor" else UserFactory())
    pages = [
        reverse("statutes_desk:index"),
        *(reverse(f"statutes_desk:{n}", args=[draft.pk]) for n in ("edit", "in_force")),
    ]

    seen = [client.get(page).status_code for page in pages]
    for act in ("take_back", "discard", "in_force"):
        client.post(reverse(f"statutes_desk:{act}", args=[draft.pk]), {"from_on": "2031-01-01"})
    client.post(reverse("statutes_desk:add"))

    assert 200 not in seen
    assert list(StatuteSet.objects.values_list("in_force_from_on", flat=True)) == [None]


def test_the_form_gives_back_what_it_was_given() -> None:
    draft = actions.draft_statutes(on=today())

    form = StatutesForm(typed(draft), statutes=draft)

    assert form.is_valid(), form.errors
    assert form.rules == dict(DEFAULTS)
