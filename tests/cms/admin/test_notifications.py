"""What Wagtail writes to those who work on pages comes in the network's clothes and in the reader's language."""

from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from wagtail.admin.mail import send_notification
from wagtail.models import Page

from members.accounts.models import User
from tests.factories.accounts import StaffFactory
from tests.factories.cms import standard_page
from tests.factories.network import harbour
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db

Outbox = list[EmailMultiAlternatives]


def told(outbox: Outbox) -> tuple[str, str]:
    (mail,) = outbox
    ((html, _kind),) = mail.alternatives
    return str(mail.body), str(html)


def comment(page: Page, *, to: User, by: User) -> None:
    context: dict[str, Any] = {"page": page, "editor": by, "new_comments": [{"text": "Is <this> right?"}]}
    send_notification([to], "updated_comments", context)


def test_a_comment_stands_on_the_network_s_sheet(site_root: SiteRoot, mailoutbox: Outbox) -> None:
    harbour()
    page, reader, writer = standard_page(site_root), StaffFactory(), StaffFactory(name="Ilse Bo")

    comment(page, to=reader, by=writer)

    text, html = told(mailoutbox)
    assert 'has updated comments on "About us".' in text
    assert '- "Is <this> right?"' in text
    assert "--\nHarbour\nHarbour Alliance, Rotterdam\nYou get this because you work on the pages of this site." in text
    assert "background: #f4f8fb" in html
    assert "<b>Harbour</b><br>Cities for young people" in html
    assert "<li>Is &lt;this&gt; right?</li>" in html
    assert f'<a href="http://testserver/admin/pages/{page.pk}/edit/">' in html
    assert "email-header" not in html and "<img" not in html


@pytest.mark.parametrize(
    ("language", "network", "words"), [("fr", "Port", "a mis à jour"), ("es", "Puerto", "ha actualizado")]
)
def test_it_is_in_the_reader_s_language_whoever_wrote(
    site_root: SiteRoot, mailoutbox: Outbox, language: str, network: str, words: str
) -> None:
    harbour()
    page, reader, writer = standard_page(site_root), StaffFactory(language=language), StaffFactory(language="en")

    with translation.override("en"):
        comment(page, to=reader, by=writer)

    text, html = told(mailoutbox)
    assert words in text and words in html
    assert f'<html lang="{language}" dir="ltr">' in html
    assert f"<b>{network}</b>" in html and f"--\n{network}\n" in text


@pytest.mark.parametrize("notice", ["approved", "rejected"])
def test_a_moderated_page_is_told_in_both_forms(site_root: SiteRoot, mailoutbox: Outbox, notice: str) -> None:
    page = standard_page(site_root)

    send_notification([StaffFactory()], notice, {"revision": page.save_revision()})

    text, html = told(mailoutbox)
    assert f'The page "About us" has been {notice}.' in text
    assert f'<p>The page "About us" has been {notice}.</p>' in html
    assert "#tab-notifications" in text and '#tab-notifications">' in html
