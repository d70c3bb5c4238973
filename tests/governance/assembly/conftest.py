"""Who stands at the secretariat's desk."""

import pytest
from django.test import Client

from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.site import SiteRoot


@pytest.fixture
def secretary(site_root: SiteRoot, client: Client) -> Client:
    sign_in_with_second_factor(client, StaffFactory())
    return client
