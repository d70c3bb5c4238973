import pytest
from django.test import Client

from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.cms import library
from tests.site import SiteRoot


@pytest.fixture
def desk(site_root: SiteRoot, client: Client) -> Client:
    """The secretariat, with libraries in English and French."""
    for language in ("en", "fr"):
        library(site_root, language=language)
    sign_in_with_second_factor(client, StaffFactory())
    return client
