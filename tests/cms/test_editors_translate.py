"""Whoever may write pages may have them translated: the groups that come with the system, and older ones."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from tests.factories.accounts import UserFactory, sign_in_with_second_factor
from tests.factories.cms import standard_page
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def grant() -> None:
    migration = import_module("cms.migrations.0014_editors_may_translate")
    migration.grant(apps, SimpleNamespace(connection=connection))


def group_with(site_root: SiteRoot, *, name: str, page_permission: str = "") -> Group:
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    if page_permission:
        permission = Permission.objects.get(codename=page_permission)
        GroupPagePermission.objects.create(group=group, page=site_root.home("en"), permission=permission)
    return group


def test_groups_that_write_pages_may_translate_and_others_may_not(site_root: SiteRoot) -> None:
    group_with(site_root, name="Writers", page_permission="add_page")
    group_with(site_root, name="Lockers", page_permission="lock_page")
    group_with(site_root, name="Readers")

    grant()
    grant()

    granted = Group.objects.filter(permissions__codename="submit_translation").values_list("name", flat=True)
    assert set(granted) - {"Editors", "Moderators"} == {"Writers"}


def test_an_editor_sees_the_state_of_translations_and_the_way_to_begin_one(client: Client, site_root: SiteRoot) -> None:
    page = standard_page(site_root)
    person = UserFactory(is_staff=True)
    person.groups.add(group_with(site_root, name="Writers", page_permission="change_page"))
    sign_in_with_second_factor(client, person)
    way = reverse("simple_translation:submit_page_translation", args=[page.pk])

    before = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    grant()
    after = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert way not in before
    assert way in after
    assert client.get(way).status_code == 200
    assert "About us" in client.get(reverse("translations:index")).content.decode()
