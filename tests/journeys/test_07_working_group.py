"""Step 7: a co-chair posts in the group; a member of the group reads it, a member of another group gets 404."""

import pytest
from django.test import Client

from members.groups.rules import Role, Visibility
from tests.factories.groups import GroupFactory, person_in
from tests.site import SiteRoot


@pytest.mark.django_db
def test_a_co_chair_posts_and_only_the_group_reads_it(site_root: SiteRoot, client: Client) -> None:
    group = GroupFactory(slug="participation", visibility=Visibility.LISTED)
    co_chair = person_in(group, role=Role.CO_CHAIR, name="Noor Halvorsen")
    member = person_in(group)
    elsewhere = person_in(GroupFactory(slug="elsewhere"))

    client.force_login(co_chair)
    page = client.get("/en/groups/participation/discussions/start/")
    form_key = page.context["form"]["form_key"].value()
    written = {
        "title": "A seat for children?",
        "body": "What could we propose?",
        "language": "en",
        "form_key": form_key,
    }
    posted = client.post("/en/groups/participation/discussions/start/", written, follow=True)
    address = posted.redirect_chain[-1][0]
    client.force_login(member)
    overview, read = client.get("/en/groups/participation/"), client.get(address)
    client.force_login(elsewhere)
    listed, refused = client.get("/en/groups/participation/"), client.get(address)

    assert "A seat for children?" in overview.content.decode()
    assert "1 new" in overview.content.decode()
    assert "What could we propose?" in read.content.decode()
    assert "Noor Halvorsen" in read.content.decode()
    assert refused.status_code == 404
    assert listed.status_code == 200
    assert "A seat for children?" not in listed.content.decode()


@pytest.mark.django_db
def test_a_member_replies_and_the_co_chair_finds_what_is_new(site_root: SiteRoot, client: Client) -> None:
    group = GroupFactory(slug="participation")
    co_chair, member = person_in(group, role=Role.CO_CHAIR), person_in(group, name="Wen Castellanos")
    client.force_login(co_chair)
    start = "/en/groups/participation/discussions/start/"
    opened = client.post(start, {"title": "Forms", "body": "Which?", "language": "en", "form_key": "k1"}, follow=True)
    address = opened.redirect_chain[-1][0]

    client.force_login(member)
    client.post(address, {"body": "Son tres.", "language": "es", "form_key": "k2"})
    client.force_login(co_chair)
    page = client.get(address).content.decode()

    assert '<div class="stack" lang="es"><p>Son tres.</p></div>' in page
    assert "Jump to the new one" in page
    assert "Jump to the new one" not in client.get(address).content.decode()
