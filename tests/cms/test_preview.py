"""The preview beside the editor, in which Wagtail counts words and tells how hard they read."""

import pytest
from django.test import Client, RequestFactory

from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.cms import standard_page
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("where", ["beside the editor", "in a window of its own"])
def test_the_script_that_counts_is_in_the_panel_and_nowhere_else(
    client: Client, site_root: SiteRoot, where: str
) -> None:
    page = standard_page(site_root)
    sign_in_with_second_factor(client, StaffFactory())
    asking = RequestFactory().get("/admin/", HTTP_COOKIE=client.cookies.output(header="", sep=";"))

    is_beside = where == "beside the editor"
    shown = page.make_preview_request(asking, extra_request_attrs={"in_preview_panel": is_beside})

    assert ("userbar" in shown.rendered_content) is is_beside
    assert "userbar" not in client.get(page.url).content.decode()
