"""What somebody wrote into a form is sent on as every mail of the network: a text and a page on its sheet."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.utils import translation

from cms.models import FormPage
from cms.models.form_pages import answered, said
from tests.cms.test_form_pages import answers, form_page
from tests.factories.network import harbour
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def sent_on(
    page: FormPage, client: Client, outbox: list[EmailMultiAlternatives], *, what: str = "A question"
) -> tuple[str, str]:
    """The text and the page of the one mail."""
    client.post(page.get_url(), answers(what=what))
    (mail,) = outbox
    ((html, kind),) = mail.alternatives
    assert kind == "text/html"
    return str(mail.body), str(html)


def test_an_answer_comes_as_text_and_page_in_the_network_s_colours(
    site_root: SiteRoot, client: Client, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    harbour()
    page = form_page(site_root, to_address="office@kite.example", subject="From the site")

    text, html = sent_on(page, client, mailoutbox)

    assert text.startswith("Write to us\n\nName: Ada\nWhat: A question\n")
    assert "--\nHarbour\nHarbour Alliance, Rotterdam\n" in text
    assert "background: #f4f8fb" in html
    assert '<h2>What</h2>\n    <p dir="auto">A question</p>' in html
    assert '<a href="http://testserver/en/contact/">' in html


def test_what_somebody_writes_is_text_and_no_code(
    site_root: SiteRoot, client: Client, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    page = form_page(site_root, to_address="office@kite.example", subject="From the site")

    text, html = sent_on(page, client, mailoutbox, what="<b>One & two</b>\nthree [[stop]]")

    assert "<b>One & two</b>\nthree [ [stop]]" in text
    assert "&lt;b&gt;One &amp; two&lt;/b&gt;<br>three [ [stop]]" in html


def test_the_mail_is_sent_to_each_address_from_the_one_the_page_names(
    site_root: SiteRoot, client: Client, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    page = form_page(site_root, to_address="a@kite.example, b@kite.example", from_address="site@kite.example")

    sent_on(page, client, mailoutbox)

    assert mailoutbox[0].to == ["a@kite.example", "b@kite.example"]
    assert (mailoutbox[0].from_email, mailoutbox[0].subject) == ("site@kite.example", "Write to us")


@pytest.mark.parametrize(
    ("value", "words"),
    [(True, "Oui"), (False, "Non"), (["Lomé", "Lima"], "Lomé, Lima"), (date(2026, 6, 9), "9 juin 2026"), (None, "")],
)
def test_every_kind_of_answer_is_said_in_words(value: Any, words: str) -> None:
    with translation.override("fr"):
        assert said(value) == words


def test_questions_come_in_the_order_in_which_they_are_asked() -> None:
    fields = [SimpleNamespace(name="two", label="Second"), SimpleNamespace(name="one", label="First")]
    form: Any = SimpleNamespace(asked=fields, cleaned_data={"one": 1, "two": "B"})

    assert answered(form) == [("Second", "B"), ("First", "1")]
