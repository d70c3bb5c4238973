"""Every kind of mail of the demo network, as a page: the name of the kind, and its HTML."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain
from types import SimpleNamespace
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core.context import request_context
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import RequestFactory
from django.utils import translation

from cms.demo.network import Network
from cms.models import CaseStudyPage, FormPage
from governance.assembly.models import Assembly
from governance.assembly.notices import convocation
from governance.decisions import notices as of_decisions
from governance.decisions.models import Decision
from members.accounts.actions import invite
from members.accounts.models import User
from members.bulletin.models import Issue
from members.bulletin.notices import rendered as bulletin
from members.groups import notices as of_groups
from members.groups.models import GroupMeeting, Post, Task
from members.groups.queries import digest_of
from members.organisations.notices import send_offer
from search.models import SavedSearch
from search.notices import matches_found
from search.queries.saved import News
from tests.factories.organisations import ContactOfferFactory


def of_the_ledger(network: Network, *, language: str) -> Iterator[tuple[str, str]]:
    """What is written once in a language and sent to many."""
    yield "bulletin", bulletin(Issue.objects.order_by("number")[0], language=language).html
    yield "convocation", convocation(Assembly.objects.order_by("-opens_at")[0])[language].html
    asked = Decision.objects.filter(state="open").order_by("pk")[0]
    yield "question", of_decisions.question(asked)[language].html
    yield "reminder", of_decisions.reminder(asked)[language].html
    taken = Decision.objects.exclude(settled_at=None).order_by("pk")[0]
    yield "outcome", of_decisions.outcome(taken)[language].html
    saved = SavedSearch(person=network.people["teodora"], name="Plans", asked="q=plan", language=language)
    found = CaseStudyPage.objects.live().filter(locale__language_code=language).order_by("path")[:3]
    yield "matches", matches_found(News(search=saved, pages=list(found)), language).html


def of_the_groups(network: Network, *, language: str) -> Iterator[tuple[str, str]]:
    yield "post", of_groups.post_written(Post.objects.order_by("pk")[0], language).html
    yield "meeting", of_groups.meeting_planned(GroupMeeting.objects.order_by("-starts_at")[0], language).html
    yield "task", of_groups.task_given(Task.objects.order_by("pk")[0], language, by=network.people["noor"]).html
    year = timedelta(days=365)
    reader, today = network.people["teodora"], network.now.date()
    news = digest_of(reader, since=network.now - year, until=network.now, on=today)
    yield "digest", of_groups.digest(news, language).html


def of_accounts(network: Network, *, language: str) -> Iterator[tuple[str, str]]:
    """What leaves by Django's mail, in the language of whoever reads it."""
    person = network.people["teodora"]
    User.objects.filter(pk=person.pk).update(language=language)
    person.refresh_from_db()
    asked = {
        "login_code": {"code": "QK7-M2P"},
        "password_reset_key": {"password_reset_url": "https://kite.example/en/accounts/password/reset/key/"},
        "unknown_account": {"email": "somebody@kite.example"},
    }
    for kind, context in asked.items():
        with request_context(RequestFactory().get("/")):
            get_adapter().send_mail(f"account/email/{kind}", person.email, context)
        yield kind, last()
    invite(f"new-{language}@kite.example", name="Ama Sølvberg", language=language, invited_by=None, now=network.now)
    yield "invitation", last()
    asking = network.organisations["paper-boat"]
    offer = ContactOfferFactory.create(organisation=asking, email=person.email, offered_by=network.people["noor"])
    send_offer(offer, to=person)
    yield "offer", last()


def of_a_form(language: str) -> Iterator[tuple[str, str]]:
    page = FormPage.objects.live().get(locale__language_code=language)
    page.to_address = "office@kite.example"
    asked = [SimpleNamespace(name=field.clean_name, label=field.label) for field in page.get_form_fields()]
    answers: Any = SimpleNamespace(asked=asked, cleaned_data={one.name: "Two lines\nof an answer" for one in asked})
    with translation.override(language):
        page.send_mail(answers)
    yield "answer", last()


def last() -> str:
    """The page of the mail that left last."""
    (sent,) = mail.outbox[-1:]
    assert isinstance(sent, EmailMultiAlternatives)
    return str(sent.alternatives[0][0])


def letters(network: Network, *, language: str) -> Iterator[tuple[str, str]]:
    """With the reader's name in its place, as delivery puts it there."""
    parts = (of_the_ledger, of_the_groups, of_accounts)
    for kind, html in chain(*(part(network, language=language) for part in parts), of_a_form(language)):
        yield kind.replace("_", "-"), html.replace("[[name]]", network.people["teodora"].name)
