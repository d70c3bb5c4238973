"""Forms of editors: what people send arrives once, and machines are kept out without asking anybody anything."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.core.signing import TimestampSigner, b62_encode
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.actions import forget_answers
from cms.front.tables import Effect, effect_of
from cms.models import Answer, FormField, FormPage
from cms.models import form_pages as subject
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.cms import under
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


class Earlier(TimestampSigner):
    """Signs as if it had been some seconds ago."""

    def __init__(self, seconds: int) -> None:
        super().__init__(salt="cms.form")
        self.seconds = seconds

    def timestamp(self) -> str:
        moment = timezone.now() - timedelta(seconds=self.seconds)
        return b62_encode(int(moment.timestamp()))


def form_page(site_root: SiteRoot, **fields: Any) -> FormPage:
    said = {"title": "Write to us", "slug": "contact", "thanks": "We answer within a week.", **fields}
    page: FormPage = under(site_root.home("en"), FormPage, **said)
    for number, (label, kind, required) in enumerate([("Name", "singleline", False), ("What", "multiline", True)]):
        FormField.objects.create(page=page, label=label, field_type=kind, required=required, sort_order=number)
    return FormPage.objects.get(pk=page.pk)


def answers(*, seconds: int = 60, token: str = "mark", **said: str) -> dict[str, str]:
    return {"name": "Ada", "what": "A question", "website": "", "shown": Earlier(seconds).sign(token), **said}


def test_a_form_shows_its_fields_and_how_long_answers_are_kept(site_root: SiteRoot, client: Client) -> None:
    response = client.get(form_page(site_root, keep_days=30).get_url())

    html = response.content.decode()
    assert "deleted after 30 days" in html
    assert 'name="what"' in html
    assert "no-store" in response["Cache-Control"]


def test_an_answer_is_kept_and_thanked_for_at_an_address_of_its_own(site_root: SiteRoot, client: Client) -> None:
    page = form_page(site_root)

    response = client.post(page.get_url(), answers(), follow=True)

    assert response.redirect_chain == [("/en/contact/?sent=1", 302)]
    assert "We answer within a week." in response.content.decode()
    assert Answer.objects.get().form_data == {"name": "Ada", "what": "A question"}


def test_an_answer_is_sent_on_once(site_root: SiteRoot, client: Client, mailoutbox: list[EmailMessage]) -> None:
    page = form_page(site_root, to_address="office@kite.example", subject="From the site")

    client.post(page.get_url(), answers())
    client.post(page.get_url(), answers())

    assert Answer.objects.count() == 1
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [(["office@kite.example"], "From the site")]


def test_two_people_with_the_same_words_are_two_answers(site_root: SiteRoot, client: Client) -> None:
    page = form_page(site_root)

    client.post(page.get_url(), answers(token="one"))
    client.post(page.get_url(), answers(token="two"))

    assert Answer.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"website": "https://buy.example"}, "One field has to stay empty"),
        ({"seconds": -600}, "quicker than one can write"),
        ({"seconds": 25 * 3600}, "open for more than a day"),
        ({"shown": "made up"}, "came without its mark"),
        ({"shown": ""}, "came without its mark"),
        ({"what": ""}, "Write something in “What”."),
    ],
)
def test_what_is_refused_says_why_and_loses_nothing(
    site_root: SiteRoot, client: Client, changed: dict[str, Any], sentence: str
) -> None:
    page = form_page(site_root)

    html = client.post(page.get_url(), answers(**changed)).content.decode()

    assert sentence in html
    assert "Nothing that you wrote is lost" in html
    assert 'value="Ada"' in html
    assert not Answer.objects.exists()


def test_after_a_refusal_the_same_person_gets_through(
    site_root: SiteRoot, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = form_page(site_root)
    response = client.post(page.get_url(), answers(website="filled in by the browser"))
    monkeypatch.setattr(subject, "QUICKEST_SECONDS", -1)

    client.post(page.get_url(), {**answers(), "shown": response.context["form"].data["shown"]})

    assert Answer.objects.count() == 1


def test_a_machine_that_goes_on_is_told_to_stop(
    site_root: SiteRoot, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "ANSWERS_AN_HOUR", 2)
    page = form_page(site_root)

    statuses = [client.post(page.get_url(), answers(token=f"{n}")).status_code for n in range(3)]

    assert statuses == [302, 302, 429]
    assert Answer.objects.count() == 2


def test_answers_are_forgotten_when_the_page_promised(site_root: SiteRoot, client: Client) -> None:
    page = form_page(site_root, keep_days=10)
    client.post(page.get_url(), answers())
    sent_at: datetime = Answer.objects.get().submit_time

    assert forget_answers(now=sent_at + timedelta(days=10)) == 0
    assert forget_answers(now=sent_at + timedelta(days=10, seconds=1)) == 1
    assert not Answer.objects.exists()


def test_to_forget_nothing_counts_as_no_change(site_root: SiteRoot) -> None:
    """The worker looks every second, and after a change every page in memory proves itself anew."""
    form_page(site_root)

    with CaptureQueriesContext(connection) as asked:
        forget_answers(now=timezone.now())

    assert {effect_of(query["sql"]) for query in asked} == {Effect.READ}


def test_a_question_may_have_the_name_of_the_trap(site_root: SiteRoot, client: Client) -> None:
    page = form_page(site_root)
    FormField.objects.create(page=page, label="Website", field_type="url", required=True, sort_order=2)

    client.post(page.get_url(), answers(website_asked="https://kestrel.example"))

    assert Answer.objects.get().form_data["website_asked"] == "https://kestrel.example"


def test_no_answer_runs_in_a_spreadsheet(site_root: SiteRoot, client: Client) -> None:
    page = form_page(site_root)
    client.post(page.get_url(), answers(name="=1+1", what="@SUM(A1)"))
    sign_in_with_second_factor(client, StaffFactory(is_superuser=True))

    table = client.get(f"/admin/forms/submissions/{page.pk}/", {"export": "csv"})

    assert table.getvalue().decode().splitlines()[1].split(",")[1:] == ["'=1+1", "'@SUM(A1)"]
