"""People, and how to be signed in as one of them."""

import time

import factory
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.userkit import user_id_to_str
from django.contrib.auth.models import Group, Permission
from django.test import Client

from members.accounts.models import User

PASSWORD = "a kite over four roofs"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


class UserFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@lantern.example")
    name = factory.Sequence(lambda n: f"Person {n}")
    language = "en"
    password = factory.django.Password(PASSWORD)


class StaffFactory(UserFactory):
    """Somebody of the secretariat, with every right."""

    email = factory.Sequence(lambda n: f"secretary{n}@kite.example")
    is_staff = True
    is_superuser = True


def editor() -> User:
    """Somebody of the secretariat who may enter Wagtail's admin and nothing more."""
    group = Group.objects.create(name="Editors of the test")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    person = UserFactory(is_staff=True)
    person.groups.add(group)
    return person


def sign_in_with_second_factor(client: Client, person: User) -> User:
    """A session as allauth leaves it after a password and the code of an authenticator app."""
    client.force_login(person)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": "password", "at": time.time(), "email": person.email},
        {"method": "mfa", "at": time.time(), "id": 1, "type": "totp"},
    ]
    session["account_authentication_methods_user"] = user_id_to_str(person)
    session.save()
    return person
