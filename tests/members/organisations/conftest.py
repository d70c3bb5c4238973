import pytest
from django.test import Client

from members.accounts.models import User
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.site import SiteRoot


@pytest.fixture
def secretary(site_root: SiteRoot, client: Client) -> User:
    return sign_in_with_second_factor(client, StaffFactory(name="Ilse Marchetti-Bo"))
