"""What the secretariat sees and does in the admin, and who may not."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members.delivery.models import Delivery, Dispatch
from tests.factories.accounts import StaffFactory, editor, sign_in_with_second_factor
from tests.factories.delivery import LocalRelay, dispatch_to
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretariat(client: Client, site_root: SiteRoot) -> Client:
    sign_in_with_second_factor(client, StaffFactory(name="Ilse Marchetti-Bo"))
    return client


def test_the_list_takes_the_same_queries_for_one_dispatch_and_for_three(secretariat: Client, now: datetime) -> None:
    dispatch_to("noor@a.example", now=now)
    secretariat.get(reverse("dispatch:index"))
    with CaptureQueriesContext(connection) as one:
        secretariat.get(reverse("dispatch:index"))
    dispatch_to("noor@a.example", now=now)
    dispatch_to("noor@a.example", now=now)

    with CaptureQueriesContext(connection) as three:
        secretariat.get(reverse("dispatch:index"))

    assert len(one) == len(three)


def test_a_dispatch_is_paused_and_goes_on(secretariat: Client, now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", now=now)

    secretariat.post(reverse("dispatch:steer", args=[dispatch.pk, "pause"]))
    paused = Dispatch.objects.get()
    secretariat.post(reverse("dispatch:steer", args=[dispatch.pk, "resume"]))

    assert (paused.state, paused.reason) == ("paused", "Paused by Ilse Marchetti-Bo")
    assert Dispatch.objects.get().state == "sending"


def test_a_doubt_is_cleared_by_a_person(secretariat: Client, now: datetime) -> None:
    dispatch_to("lose@a.example", now=now)
    with LocalRelay() as relay:
        relay.deliver(now=now)
    delivery = Delivery.objects.get()

    page = secretariat.post(reverse("dispatch:resolve", args=[delivery.uid, "arrived"]), follow=True)

    delivery.refresh_from_db()
    assert (delivery.state, delivery.reply) == ("accepted", "Ilse Marchetti-Bo knows that it arrived.")
    assert "1 of 1 accepted" in page.content.decode()


def test_sending_again_too_early_is_refused_in_words(secretariat: Client, now: datetime) -> None:
    dispatch_to("lose@a.example", now=now)
    with LocalRelay() as relay:
        relay.deliver(now=now)
    Delivery.objects.update(submitted_at=now + timedelta(days=36_500))

    page = secretariat.post(reverse("dispatch:resolve", args=[Delivery.objects.get().uid, "again"]), follow=True)

    assert "Wait a quarter of an hour" in page.content.decode()


def test_an_editor_of_pages_steers_no_mail(client: Client, site_root: SiteRoot, now: datetime) -> None:
    sign_in_with_second_factor(client, editor())
    dispatch = dispatch_to("noor@a.example", now=now)

    client.post(reverse("dispatch:steer", args=[dispatch.pk, "pause"]))

    assert Dispatch.objects.get().state == "sending"


def test_no_hand_writes_into_the_ledger(secretariat: Client, now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", now=now)

    secretariat.post(reverse("dispatch:delete", args=[dispatch.pk]))
    secretariat.post(reverse("dispatch:edit", args=[dispatch.pk]), {"about": "Something else"})

    assert Dispatch.objects.get().about == "Bulletin 118"


def test_a_word_that_is_no_way_to_steer_does_nothing(secretariat: Client, now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", now=now)
    before = dispatch.state

    answer = secretariat.post(reverse("dispatch:steer", args=[dispatch.pk, "stop"]), follow=True)

    assert answer.status_code == 404
    assert Dispatch.objects.get().state == before
