"""People begin and cease to act for an organisation."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from members.accounts.models import User
from members.organisations.models import Contact, Organisation
from members.organisations.rules import Role


class ContactRefused(Exception):
    """A role that cannot be offered, begin or end so; says why."""


@transaction.atomic
def begin_contact(organisation: Organisation, *, person: User, role: Role, from_on: date) -> Contact:
    """The person has the role from that day on; ContactRefused while they, or another primary contact, have it."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    same = Contact.objects.filter(organisation=organisation, role=role).not_over_on(from_on)
    if same.filter(user=person).exists():
        raise ContactRefused(_("%(person)s has this role on that day or later already.") % {"person": person})
    if role is Role.PRIMARY and same.exists():
        raise ContactRefused(
            _("%(name)s has a primary contact on that day or later. End that role first.") % {"name": organisation.name}
        )
    return Contact.objects.create(organisation=organisation, user=person, role=role, from_on=from_on)


@transaction.atomic
def end_contact(contact: Contact, *, until_on: date) -> None:
    """The first day without the role is `until_on`; ContactRefused when it has ended or not begun by then."""
    locked = Contact.objects.select_for_update().get(pk=contact.pk)
    if locked.until_on is not None:
        raise ContactRefused(_("This role ended on %(day)s already.") % {"day": locked.until_on.isoformat()})
    if until_on <= locked.from_on:
        raise ContactRefused(
            _("A role ends after the day on which it began, %(day)s.") % {"day": locked.from_on.isoformat()}
        )
    locked.until_on = until_on
    locked.save(update_fields=["until_on"])
