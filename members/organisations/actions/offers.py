"""A role is offered to an address, and its owner accepts it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from members.accounts.actions import invite
from members.accounts.models import Invitation, User
from members.accounts.queries import has_account
from members.accounts.rules import INVITATION_LASTS
from members.organisations.actions.contacts import ContactRefused, begin_contact
from members.organisations.models import Contact, ContactOffer, Organisation
from members.organisations.notices import send_offer
from members.organisations.rules import OPEN_OFFERS_AT_MOST, Invitee, Role


@transaction.atomic
def offer_role(organisation: Organisation, *, to: Invitee, role: Role, by: User, now: datetime) -> ContactOffer:
    """Writes to the address: with an account one accepts on a page, without one by making it.

    An earlier offer of the same role dies. ContactRefused when they have the role, or too many offers are open.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    _refuse_second_role(organisation, email=to.email, role=role, now=now)
    offers = ContactOffer.objects.filter(organisation=organisation, accepted_at=None, withdrawn_at=None)
    offers.filter(role=role).to(to.email).update(withdrawn_at=now)
    if offers.open_at(now).count() >= OPEN_OFFERS_AT_MOST:
        raise ContactRefused(_("Many offers wait for an answer. Withdraw those that are wrong, or wait."))
    offer = ContactOffer.objects.create(
        organisation=organisation,
        email=User.objects.normalize_email(to.email),
        role=role,
        offered_by=by,
        offered_at=now,
        until_at=now + INVITATION_LASTS,
    )
    if has_account(to.email):
        send_offer(offer, to=User.objects.get(email__iexact=to.email))
    else:
        invite(to.email, name=to.name, language=to.language, invited_by=by, now=now, by_whom=named(organisation))
    return offer


@transaction.atomic
def accept_offer(offer: ContactOffer, *, person: User, now: datetime) -> Contact:
    """The person has the role from today on; ContactRefused when the offer is spent or somebody else's."""
    locked = ContactOffer.objects.select_for_update().open_at(now).to(person.email).filter(pk=offer.pk).first()
    if locked is None:
        raise ContactRefused(_("This offer was answered, withdrawn or is too old. Ask for a new one."))
    contact = begin_contact(locked.organisation, person=person, role=Role(locked.role), from_on=now.date())
    locked.contact, locked.accepted_at = contact, now
    locked.save(update_fields=["contact", "accepted_at"])
    return contact


def accept_inviting_offer(person: User, *, now: datetime) -> Contact | None:
    """The one whose mail brought the account; the others wait, because the person never read of them."""
    came_by = Invitation.objects.filter(person=person).first()
    if came_by is None:
        return None
    waiting = ContactOffer.objects.open_at(now).to(person.email)
    # An offer and the invitation that it sends are written at one moment by one person.
    inviting = waiting.filter(offered_by=came_by.invited_by_id, offered_at=came_by.invited_at).order_by("pk").first()
    try:
        return accept_offer(inviting, person=person, now=now) if inviting else None
    except ContactRefused:  # somebody became primary contact meanwhile; the offer stays for them to see
        return None


@transaction.atomic
def withdraw_offer(offer: ContactOffer, *, now: datetime) -> None:
    """By whoever offered it, or by whom it was offered to."""
    locked = ContactOffer.objects.select_for_update().get(pk=offer.pk)
    if locked.accepted_at is not None or locked.withdrawn_at is not None:
        raise ContactRefused(_("This offer was answered or withdrawn already."))
    locked.withdrawn_at = now
    locked.save(update_fields=["withdrawn_at"])


def named(organisation: Organisation) -> str:
    """The name as a mail may carry it: nothing of an organisation at risk."""
    return "" if organisation.hidden else organisation.name


def _refuse_second_role(organisation: Organisation, *, email: str, role: Role, now: datetime) -> None:
    acting = Contact.objects.filter(organisation=organisation, role=role).not_over_on(now.date())
    if acting.filter(user__email__iexact=email).exists():
        raise ContactRefused(_("This person has the role already."))
    if role is Role.PRIMARY and acting.exists():
        raise ContactRefused(
            _("%(name)s has a primary contact on that day or later. End that role first.") % {"name": organisation.name}
        )
