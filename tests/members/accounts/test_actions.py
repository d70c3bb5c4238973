import re
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from pytest_django import Settings

from members.accounts import actions
from members.accounts.actions import InvitationRefused
from members.accounts.models import Invitation, User
from tests.factories.accounts import UserFactory
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db
PASSWORD = "seven lanterns at dusk"


@pytest.fixture(autouse=True)
def mails_go_through_the_ledger(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "members.delivery.backends.LedgerBackend"


def token_in(text: str) -> str:
    found = re.search(r"/accounts/invitation/([^/]+)/", text)
    assert found is not None
    return found[1]


def invited(mailbox: Mailbox, now: datetime, *, email: str = "New@Lantern.example", language: str = "fr") -> str:
    actions.invite(email, name="Amara", language=language, invited_by=None, now=now)
    arrived = mailbox.deliver(now=timezone.now())[-1].message
    text = arrived.get_body(("plain",))
    assert text is not None
    return token_in(text.get_content())


def test_an_invitation_arrives_in_the_persons_language_and_makes_an_account(mailbox: Mailbox, now: datetime) -> None:
    token = invited(mailbox, now)

    person = actions.accept_invitation(token, name="Amara O.", password=PASSWORD, now=now)

    assert mailbox.messages[0].recipients == ("New@lantern.example",)
    assert "http://testserver/fr/accounts/invitation/" in str(mailbox.messages[0].message.get_body(("plain",)))
    assert (person.email, person.name, person.language) == ("New@lantern.example", "Amara O.", "fr")
    assert person.check_password(PASSWORD)
    assert not person.is_staff
    assert Invitation.objects.get().person == person


def test_an_invitation_works_once(mailbox: Mailbox, now: datetime) -> None:
    token = invited(mailbox, now)
    actions.accept_invitation(token, name="Amara", password=PASSWORD, now=now)

    with pytest.raises(InvitationRefused, match="used, withdrawn or is too old"):
        actions.accept_invitation(token, name="Amara", password=PASSWORD, now=now)

    assert User.objects.count() == 1


def test_an_invitation_lasts_two_weeks(mailbox: Mailbox, now: datetime) -> None:
    token = invited(mailbox, now)

    with pytest.raises(InvitationRefused):
        actions.accept_invitation(token, name="Amara", password=PASSWORD, now=now + timedelta(days=14))

    assert not User.objects.exists()


def test_only_the_newest_link_works(mailbox: Mailbox, now: datetime) -> None:
    older = invited(mailbox, now)
    newer = invited(mailbox, now, email="new@lantern.example")

    with pytest.raises(InvitationRefused):
        actions.accept_invitation(older, name="Amara", password=PASSWORD, now=now)
    person = actions.accept_invitation(newer, name="Amara", password=PASSWORD, now=now)

    assert person.email == "new@lantern.example"


def test_a_weak_password_is_refused_and_the_link_stays_good(mailbox: Mailbox, now: datetime) -> None:
    token = invited(mailbox, now)

    with pytest.raises(ValidationError):
        actions.accept_invitation(token, name="Amara", password="password", now=now)

    assert Invitation.objects.open_at(now).with_token(token).exists()


def test_somebody_with_an_account_is_not_invited(now: datetime) -> None:
    UserFactory(email="amara@lantern.example")

    with pytest.raises(InvitationRefused, match="has an account already"):
        actions.invite("AMARA@lantern.example", name="Amara", language="en", invited_by=None, now=now)

    assert not Invitation.objects.exists()


def test_the_token_is_in_the_mail_only(mailbox: Mailbox, now: datetime) -> None:
    token = invited(mailbox, now)

    assert token not in str(list(Invitation.objects.values()))
