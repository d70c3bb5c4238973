"""An organisation agrees to pay later."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from members.organisations.actions.dues import DuesRefused
from members.organisations.models import Agreement, Organisation


@transaction.atomic
def agree_plan(organisation: Organisation, *, from_on: date, until_on: date | None, terms: str) -> Agreement:
    """Dues suspend nothing from that day until the other; DuesRefused while another plan holds then."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if until_on is not None and until_on <= from_on:
        raise DuesRefused(_("A payment plan ends after the day on which it begins."))
    before_end = Q() if until_on is None else Q(from_on__lt=until_on)
    not_over = Q(until_on__isnull=True) | Q(until_on__gt=from_on)
    if Agreement.objects.filter(before_end, not_over, organisation=organisation).exists():
        raise DuesRefused(_("%(name)s has a payment plan in that time. End it first.") % {"name": organisation.name})
    return Agreement.objects.create(organisation=organisation, from_on=from_on, until_on=until_on, terms=terms)


@transaction.atomic
def end_plan(agreement: Agreement, *, until_on: date) -> None:
    """Ends a plan, or ends it earlier than agreed; DuesRefused when it would be over already."""
    locked = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if locked.until_on is not None and locked.until_on <= until_on:
        raise DuesRefused(_("This plan ends on %(day)s already.") % {"day": locked.until_on.isoformat()})
    if until_on <= locked.from_on:
        raise DuesRefused(_("A payment plan ends after the day on which it begins."))
    locked.until_on = until_on
    locked.save(update_fields=["until_on"])
