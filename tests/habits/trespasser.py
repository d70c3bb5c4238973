"""Not one of the tests: what must fail where no database can be reached. See test_rules.py."""

import pytest

from members.accounts.models import User


@pytest.mark.django_db
def test_a_question_to_the_database() -> None:
    assert User.objects.count() == 0
