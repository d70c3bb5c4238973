from datetime import timedelta

import pytest

from governance.assembly import actions
from members.accounts.models import User
from members.delivery.models import Delivery, Dispatch
from members.delivery.rules import Stream
from members.organisations.models import Contact
from tests.factories.assembly import NOON, draft

pytestmark = pytest.mark.django_db


def test_the_convocation_goes_to_every_delegate_in_their_language() -> None:
    meeting = draft(organisations=2)
    person = meeting.people[0]
    User.objects.filter(pk=person.pk).update(language="fr")

    actions.convene(meeting.assembly, now=NOON - timedelta(days=68))

    dispatch = Dispatch.objects.get(about=f"assembly {meeting.assembly.key}")
    assert dispatch.stream == Stream.STATUTORY
    assert Delivery.objects.get(dispatch=dispatch, address=person.email).language == "fr"
    called = set(Delivery.objects.filter(dispatch=dispatch).values_list("address", flat=True))
    assert called == set(Contact.objects.delegates().values_list("user__email", flat=True))
    assert len(called) == 3
