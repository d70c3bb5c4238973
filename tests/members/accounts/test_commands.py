from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from members.accounts.models import Invitation, User
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def test_the_first_person_is_invited_from_the_shell() -> None:
    said = StringIO()

    call_command("invite", "ilse@kite.example", "--name", "Ilse", "--language", "fr", stdout=said)

    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.name, invitation.language, invitation.invited_by) == (
        "ilse@kite.example",
        "Ilse",
        "fr",
        None,
    )
    assert said.getvalue() == f"Invited ilse@kite.example until {invitation.until_at:%Y-%m-%d %H:%M} UTC.\n"
    assert mail.outbox[0].to == ["ilse@kite.example"]


def test_the_shell_refuses_with_the_same_sentence() -> None:
    UserFactory(email="ilse@kite.example")

    with pytest.raises(CommandError, match="has an account already"):
        call_command("invite", "ILSE@kite.example")


def test_a_superuser_belongs_to_the_secretariat_and_is_found_whatever_the_case() -> None:
    person = User.objects.create_superuser(email="ilse@kite.example", password=PASSWORD, name="Ilse Marchetti-Bo")

    assert (person.is_staff, person.is_superuser, person.get_short_name()) == (True, True, "Ilse")
    assert User.objects.get_by_natural_key("ILSE@kite.example") == person
