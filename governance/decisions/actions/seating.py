"""Who sits in a body: begun and ended, never edited."""

from datetime import date, datetime

from django.db import transaction

from governance.decisions.actions.refusals import DecisionRefused
from governance.decisions.models import Body, Office
from governance.decisions.rules import OfficeRole, Term, refusal_to_begin, refusal_to_end
from governance.ledger.actions import append
from members.accounts.models import User


@transaction.atomic
def begin_office(
    body: Body, *, user: User, role: OfficeRole, from_on: date, until_on: date | None = None, now: datetime
) -> Office:
    """A term of a person in the body; the body is locked, so that no two chairs are seated at once."""
    Body.objects.select_for_update().get(pk=body.pk)
    refusal = refusal_to_begin(
        Term(from_on=from_on, until_on=until_on),
        role=role,
        own=[office.term for office in body.offices.of(user)],
        chairs=[office.term for office in body.offices.chairs()],
    )
    if refusal:
        raise DecisionRefused(refusal)
    office = Office.objects.create(body=body, user=user, role=role, from_on=from_on, until_on=until_on)
    append("office_begun", body={**_identity(office), "role": role.value, "from": from_on.isoformat()}, now=now)
    return office


@transaction.atomic
def end_office(office: Office, *, until_on: date, now: datetime) -> Office:
    """`until_on` is the first day without it."""
    Body.objects.select_for_update().get(pk=office.body_id)
    office = Office.objects.select_related("body").get(pk=office.pk)
    if refusal := refusal_to_end(office.term, until_on=until_on, today=now.date()):
        raise DecisionRefused(refusal)
    office.until_on = until_on
    office.save(update_fields=["until_on"])
    append("office_ended", body={**_identity(office), "until": until_on.isoformat()}, now=now)
    return office


def _identity(office: Office) -> dict[str, str | int]:
    return {"office": office.pk, "body": office.body.slug, "holder": office.user_id}
