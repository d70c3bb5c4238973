"""Bodies and offices in the admin: begun, ended, never rewritten."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from governance.decisions.models import Body, Office
from members.accounts.models import User
from tests.factories.accounts import StaffFactory, editor, sign_in_with_second_factor
from tests.factories.decisions import BodyFactory, OfficeFactory, committee
from tests.factories.organisations import PersonFactory, delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
BEGIN, OFFICES = "/admin/offices/new/", "/admin/offices/"


@pytest.fixture
def secretary(site_root: SiteRoot, client: Client) -> User:
    return sign_in_with_second_factor(client, StaffFactory())


def test_somebody_is_seated_until_a_day(client: Client, secretary: User) -> None:
    body, person = BodyFactory(), PersonFactory()
    typed = {"body": body.pk, "user": person.pk, "role": "chair", "from_on": "2026-01-01", "until_on": "2029-01-01"}

    page = client.post(BEGIN, typed, follow=True).content.decode()

    office = Office.objects.get()
    assert f"The office of {person.name} is written down." in page
    assert (office.role, office.from_on, office.until_on) == ("chair", date(2026, 1, 1), date(2029, 1, 1))


def test_a_second_chair_is_refused_and_what_was_typed_stays(client: Client, secretary: User) -> None:
    body, _people = committee()
    typed = {"body": body.pk, "user": PersonFactory().pk, "role": "chair", "from_on": "2026-02-03"}

    page = client.post(BEGIN, typed).content.decode()

    assert "The body has a chair at that time already." in page
    assert "2026-02-03" in page
    assert Office.objects.chairs().count() == 1


def test_an_office_is_ended_and_its_row_offers_no_end_any_more(client: Client, secretary: User) -> None:
    office = OfficeFactory()
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    address = reverse("office:end", args=[office.pk])

    before = client.get(OFFICES).content.decode()
    too_early = client.post(address, {"until_on": "2020-01-01"}).content.decode()
    client.post(address, {"until_on": yesterday.isoformat()})
    after = client.get(OFFICES).content.decode()
    again = client.post(address, {"until_on": yesterday.isoformat()}).content.decode()

    office.refresh_from_db()
    assert (address in before, address in after) == (True, False)
    assert "An office ends after it begins." in too_early
    assert office.until_on == yesterday
    assert "what is over is not changed" in again


def test_no_screen_rewrites_or_deletes_an_office(client: Client, secretary: User) -> None:
    for name in ("office:edit", "office:delete"):
        with pytest.raises(NoReverseMatch):
            reverse(name, args=[1])


def test_a_body_is_written_down_and_changed_and_never_deleted(client: Client, secretary: User) -> None:
    typed = {"name_en": "Finance group", "slug": "finance", "time_zone": "Africa/Nairobi"}

    wrong = client.post(reverse("body:add"), {**typed, "time_zone": "Nowhere"}).content.decode()
    client.post(reverse("body:add"), typed)
    body = Body.objects.get()
    client.post(reverse("body:edit", args=[body.pk]), {**typed, "name_en": "Money group"})
    client.post(reverse("body:delete", args=[body.pk]))

    assert "is not a time zone" in wrong
    assert str(Body.objects.get().name) == "Money group"


@pytest.mark.parametrize("who", ["member", "editor", "anonymous"])
def test_nobody_else_seats_or_unseats(site_root: SiteRoot, client: Client, who: str) -> None:
    office = OfficeFactory()
    if who != "anonymous":
        sign_in_with_second_factor(client, editor() if who == "editor" else delegate_of(member()))
    screens = [OFFICES, BEGIN, reverse("office:end", args=[office.pk]), "/admin/bodies/", "/admin/bodies/new/"]

    answers = [client.get(screen) for screen in screens]
    client.post(reverse("office:end", args=[office.pk]), {"until_on": "2026-01-01"})

    office.refresh_from_db()
    assert 200 not in [answer.status_code for answer in answers]
    assert office.until_on is None
