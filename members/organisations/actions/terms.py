"""A membership begins and ends."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from members.organisations.models import Category, MembershipTerm, Organisation


class TermRefused(Exception):
    """A membership term that cannot begin or end so; says why."""


@transaction.atomic
def begin_term(organisation: Organisation, *, category: Category, from_on: date, because: str = "") -> MembershipTerm:
    """A new term from that day on; TermRefused while another one holds then or later."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    terms = MembershipTerm.objects.filter(organisation=organisation)
    if terms.on(from_on).exists() or terms.filter(from_on__gte=from_on).exists():
        raise TermRefused(
            _("%(name)s has a membership term on that day or later. End it first.") % {"name": organisation.name}
        )
    return MembershipTerm.objects.create(
        organisation=organisation, category=category, from_on=from_on, began_because=because
    )


@transaction.atomic
def end_term(term: MembershipTerm, *, until_on: date, because: str) -> None:
    """The term's first day without membership is `until_on`; TermRefused when it has ended or not begun by then."""
    locked = MembershipTerm.objects.select_for_update().get(pk=term.pk)
    if locked.until_on is not None:
        raise TermRefused(_("This term ended on %(day)s already.") % {"day": locked.until_on.isoformat()})
    if until_on <= locked.from_on:
        raise TermRefused(_("A term ends after the day on which it began, %(day)s.") % {"day": locked.from_on})
    locked.until_on, locked.ended_because = until_on, because
    locked.save(update_fields=["until_on", "ended_because"])
