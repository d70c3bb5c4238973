"""The doors to the public that show no form: what they refuse opens in its editor, with the reason."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from cms.actions import withdraw_consent
from cms.models import StandardPage
from tests.factories.accounts import StaffFactory, sign_in_with_second_factor
from tests.factories.cms import draft_study
from tests.factories.pictures import NOW, consent, picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


NONE = "“At the market” shows children, and no consent is recorded for it."
WITHDRAWN = "The consent for “At the market” was withdrawn."


def page_with_children(site_root: SiteRoot, *, why: str) -> StandardPage:
    image = picture(shows_children=True)
    if why == WITHDRAWN:
        withdraw_consent(consent(image), by=StaffFactory(), now=NOW)
    page = StandardPage(title="Market", slug="market", live=False, social_image=image)
    site_root.home("en").add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def desk(client: Client) -> Client:
    sign_in_with_second_factor(client, StaffFactory(is_superuser=True))
    return client


def in_bulk(desk: Client, page: Page) -> Any:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return desk.post(f"{address}?id={page.pk}", {"include_descendants": ""}, follow=True)


def by_workflow(desk: Client, page: Page) -> Any:
    workflow, task = Workflow.objects.create(name="Two pairs of eyes"), GroupApprovalTask.objects.create(name="Read")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    task.groups.add(Group.objects.create(name="Readers"))
    state: Any = workflow.start(page, StaffFactory())
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk])
    return desk.post(address, follow=True)


@pytest.mark.parametrize("why", [NONE, WITHDRAWN])
@pytest.mark.parametrize("publish", [in_bulk, by_workflow])
def test_a_page_that_may_not_be_public_opens_with_the_reason(
    site_root: SiteRoot, desk: Client, publish: Callable[[Client, Page], Any], why: str
) -> None:
    page = page_with_children(site_root, why=why)

    response = publish(desk, page)

    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert f"Market: {why}" in response.content.decode()
    assert not Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize("publish", [in_bulk, by_workflow])
def test_a_page_that_may_be_public_goes_through(
    site_root: SiteRoot, desk: Client, publish: Callable[[Client, Page], Any]
) -> None:
    page = draft_study(site_root, title="Placed")

    publish(desk, page)

    assert Page.objects.get(pk=page.pk).live
