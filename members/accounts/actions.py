"""Everything that can happen to an account of ours; sign-in itself is allauth's."""

import hashlib
import secrets
from datetime import datetime
from functools import partial

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from members.accounts.models import Invitation, User
from members.accounts.notices import send_invitation
from members.accounts.queries import has_account
from members.accounts.rules import INVITATION_LASTS
from members.accounts.signals import invitation_accepted


class InvitationRefused(Exception):
    """Worded for the person who invites or was invited."""


def save_profile(person: User, *, name: str, language: str, time_zone: str) -> None:
    """What a person may say of themselves; the address is changed by the secretariat."""
    person.name, person.language, person.time_zone = name, language, time_zone
    person.save(update_fields=["name", "language", "time_zone"])


@transaction.atomic
def invite(
    email: str, *, name: str, language: str, invited_by: User | None, now: datetime, by_whom: str = ""
) -> Invitation:
    """Invites an address; an earlier open invitation of it is withdrawn, so that only the newest link works.

    `by_whom` is the organisation that the mail names, when there is one.
    """
    if has_account(email):
        raise InvitationRefused(_("Somebody with this e-mail address has an account already."))
    waiting = Invitation.objects.filter(email__iexact=email, accepted_at=None, withdrawn_at=None)
    waiting.update(withdrawn_at=now)
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        email=User.objects.normalize_email(email),
        name=name,
        language=language,
        invited_by=invited_by,
        token_sha256=hashlib.sha256(token.encode()).hexdigest(),
        invited_at=now,
        until_at=now + INVITATION_LASTS,
    )
    send_invitation(invitation, token=token, by_whom=by_whom)
    return invitation


@transaction.atomic
def accept_invitation(token: str, *, name: str, password: str, now: datetime) -> User:
    """Makes the account. InvitationRefused when the link is spent; ValidationError when the password is too weak."""
    invitation = Invitation.objects.select_for_update().open_at(now).with_token(token).first()
    if invitation is None:
        raise InvitationRefused(_("This invitation was used, withdrawn or is too old. Ask for a new one."))
    if has_account(invitation.email):
        raise InvitationRefused(_("Somebody with this e-mail address has an account already."))
    validate_password(password, User(email=invitation.email, name=name))
    person = User.objects.create_user(
        email=invitation.email,
        password=password,
        name=name,
        language=invitation.language,
        joined_at=now,
    )
    invitation.person, invitation.accepted_at = person, now
    invitation.save(update_fields=["person", "accepted_at"])
    transaction.on_commit(partial(invitation_accepted.send, sender=Invitation, person=person, now=now))
    return person
