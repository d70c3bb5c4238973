"""What the secretariat sees and does in the admin, and who may not."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members.delivery.models import Delivery, Dispatch, Suppression
from members.delivery.tasks import report_returned
from tests.factories.accounts import StaffFactory, editor, sign_in_with_second_factor
from tests.factories.delivery import LocalRelay, bounce_of, dispatch_to
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


def test_a_dispatch_is_called_by_its_subject_in_the_language_of_who_reads(
    client: Client, site_root: SiteRoot, now: datetime
) -> None:
    dispatch = dispatch_to("noor@a.example", now=now)
    Dispatch.objects.filter(pk=dispatch.pk).update(about="decision kcydc3eqfw")
    dispatch.renderings.create(language="fr", subject="La salle est libre", text="Oui.", sha256="0" * 64)
    sign_in_with_second_factor(client, StaffFactory(language="fr"))

    for address in (reverse("dispatch:index"), reverse("dispatch:inspect", args=[dispatch.pk])):
        page = client.get(address).content.decode()
        assert "La salle est libre" in page
        assert "kcydc3eqfw" not in page


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


def test_what_waits_is_cancelled_and_the_page_says_how_many_went(secretariat: Client, now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", "wen@a.example", "defer@a.example", now=now)
    with LocalRelay() as relay:
        relay.deliver(now=now)

    before = secretariat.get(reverse("dispatch:inspect", args=[dispatch.pk])).content.decode()
    after = secretariat.post(reverse("dispatch:steer", args=[dispatch.pk, "cancel"]), follow=True).content.decode()

    assert "1 can still be stopped. 2 have gone and cannot be called back." in before
    assert "Cancelled. 2 of 3 had already gone; nothing more leaves." in after
    assert "Cancel what waits" not in after
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.reason) == ("cancelled", "Cancelled by Ilse Marchetti-Bo")


def test_a_dispatch_that_is_done_offers_nothing_to_cancel(secretariat: Client, now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", now=now)
    with LocalRelay() as relay:
        relay.deliver(now=now)

    page = secretariat.get(reverse("dispatch:inspect", args=[dispatch.pk])).content.decode()
    told = secretariat.post(reverse("dispatch:steer", args=[dispatch.pk, "cancel"]), follow=True).content.decode()

    assert "Cancel what waits" not in page
    assert "This dispatch is not in a state in which that can be done." in told


def test_what_came_back_is_shown_with_what_was_reported(secretariat: Client, now: datetime) -> None:
    dispatch = dispatch_to("noor@a.example", now=now)
    with LocalRelay() as relay:
        relay.deliver(now=now)
    report_returned(bounce_of(dispatch.deliveries.get().uid), now)

    page = secretariat.get(reverse("dispatch:inspect", args=[dispatch.pk])).content.decode()

    assert "Came back" in page and "User unknown" in page


def test_a_stopped_address_is_found_and_taken_from_the_list(secretariat: Client, now: datetime) -> None:
    stopped = Suppression.objects.create(address="noor@a.example", stream="bulletin", reason="5.1.1", since_at=now)

    listed = secretariat.get(reverse("suppression:index")).content.decode()
    asked = secretariat.get(reverse("suppression:delete", args=[stopped.pk])).content.decode()
    secretariat.post(reverse("suppression:delete", args=[stopped.pk]))

    assert "noor@a.example" in listed
    assert "Is it right, or did its reader ask?" in asked
    assert not Suppression.objects.exists()


def test_nobody_writes_into_the_list_of_stopped_addresses(secretariat: Client, now: datetime) -> None:
    stopped = Suppression.objects.create(address="noor@a.example", stream="bulletin", reason="5.1.1", since_at=now)

    secretariat.post(reverse("suppression:edit", args=[stopped.pk]), {"address": "wen@a.example"})

    assert Suppression.objects.get().address == "noor@a.example"


@pytest.mark.parametrize("screen", ["dispatch:index", "suppression:index"])
def test_an_editor_of_pages_sees_no_mail(client: Client, site_root: SiteRoot, screen: str) -> None:
    sign_in_with_second_factor(client, editor())

    assert client.get(reverse(screen)).status_code in (302, 403)


def test_the_list_of_stopped_addresses_takes_the_same_queries_for_one_and_for_three(
    secretariat: Client, now: datetime
) -> None:
    counts = []
    for number in (1, 2):
        for one in range(number):
            Suppression.objects.create(address=f"a{number}{one}@a.example", stream="group", reason="", since_at=now)
        secretariat.get(reverse("suppression:index"))
        with CaptureQueriesContext(connection) as queries:
            secretariat.get(reverse("suppression:index"))
        counts.append(len(queries))

    assert counts[0] == counts[1]
