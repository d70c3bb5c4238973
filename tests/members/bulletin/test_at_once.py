"""Two people press at the same moment: one approval, one dispatch."""

from datetime import datetime
from functools import partial

import pytest

from members.bulletin.actions import IssueRefused, approve_issue, send_issue
from members.bulletin.models import Issue
from members.delivery.models import Delivery, Dispatch
from tests.at_once import said_at_once
from tests.factories.accounts import StaffFactory
from tests.factories.bulletin import complete_issue
from tests.factories.organisations import delegate_of, member

pytestmark = pytest.mark.django_db(transaction=True)
at_once = partial(said_at_once, refused=(IssueRefused,))


def test_two_approvals_at_once_are_one(now: datetime) -> None:
    delegate_of(member())
    issue, one, two = complete_issue(), StaffFactory(), StaffFactory()

    answers = at_once(*(lambda by=by: approve_issue(issue, by=by, now=now) for by in (one, two)))

    assert set(answers) == {None, "Only a draft can be approved."}
    assert Issue.objects.get().approved_by in (one, two)


def test_two_sendings_at_once_are_one_dispatch(now: datetime) -> None:
    delegate_of(member())
    issue = complete_issue()
    approve_issue(issue, by=StaffFactory(), now=now)

    first, second = at_once(*(lambda: send_issue(issue, now=now) for _press in range(2)))

    assert first == second
    assert (Dispatch.objects.count(), Delivery.objects.count()) == (1, 1)
