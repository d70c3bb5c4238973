"""The secretariat's desk for pictures of children, and publishing in the admin, by workflow and by schedule."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from cms.models import ImageConsent, PlenaryImage, StandardPage
from cms.rules.consent import Use
from cms.tasks import keep_promises, publish_due
from tests.downloads import download
from tests.factories.accounts import StaffFactory, UserFactory, editor, sign_in_with_second_factor
from tests.factories.pictures import consent, picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db

SAID = {
    "given_by": "A child of the group",
    "guardian": "Her aunt",
    "given_on": "2026-05-01",
    "uses": ["site", "print"],
    "territory": "",
    "until_on": "2090-01-01",
}


@pytest.fixture
def desk(client: Client) -> Client:
    sign_in_with_second_factor(client, StaffFactory())
    return client


def draft_with(image: PlenaryImage, site_root: SiteRoot) -> StandardPage:
    page = StandardPage(title="Market", slug="market", live=False, body=[("picture", {"image": image, "caption": ""})])
    site_root.home("en").add_child(instance=page)
    page.save_revision()
    return page


def test_the_desk_lists_pictures_of_children_and_what_covers_them(desk: Client) -> None:
    consent(picture(title="Covered"))
    picture(title="Not covered", shows_children=True)
    picture(title="A tree")

    html = desk.get(reverse("consent:index")).content.decode()

    assert html.index("Not covered") < html.index("None that covers the site")
    assert "Covers the site" in html
    assert "A tree" not in html


def test_the_list_costs_the_same_with_one_and_three(desk: Client) -> None:
    for number in range(3):
        picture(title=f"Picture {number}", shows_children=True).get_rendition("max-165x165")
    PlenaryImage.objects.exclude(title="Picture 0").update(shows_children=False)
    desk.get(reverse("consent:index"))
    with CaptureQueriesContext(connection) as few:
        desk.get(reverse("consent:index"))
    PlenaryImage.objects.update(shows_children=True)
    with CaptureQueriesContext(connection) as many:
        desk.get(reverse("consent:index"))

    assert len(few) == len(many)


def test_a_consent_is_recorded_with_its_signed_form(desk: Client) -> None:
    address = reverse("consent:picture", args=[picture(shows_children=True).pk])
    form = SimpleUploadedFile("form.pdf", b"%PDF-1.7 signed", content_type="application/pdf")

    response = desk.post(address, {**SAID, "territory": "KE TG", "form": form}, follow=True)

    assert "The consent is recorded." in response.content.decode()
    kept = ImageConsent.objects.get()
    assert (kept.given_by, kept.guardian, kept.uses) == ("A child of the group", "Her aunt", "print site")
    assert (kept.territory, kept.until_on) == ("KE TG", date(2090, 1, 1))
    assert download(desk, reverse("consent:form", args=[kept.key])).content == b"%PDF-1.7 signed"
    assert str(kept.form.name) not in response.content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"uses": []}, "Choose at least one answer in “For which uses”."),
        ({"territory": "KE ZZ QQ"}, "ZZ, QQ: no such country"),
        ({"given_on": "2090-01-01"}, "when it was given, not before"),
        ({"until_on": "2026-05-02"}, "This consent is over already"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    desk: Client, changed: dict[str, object], sentence: str
) -> None:
    image = picture(shows_children=True)

    html = desk.post(reverse("consent:picture", args=[image.pk]), {**SAID, **changed}).content.decode()

    assert sentence in html
    assert 'value="Her aunt"' in html
    assert not ImageConsent.objects.exists()


def test_withdrawing_says_first_what_it_changes(desk: Client, site_root: SiteRoot) -> None:
    image = picture()
    address = reverse("consent:withdraw", args=[consent(image).key])
    draft_with(image, site_root).get_latest_revision().publish()

    asked = desk.get(address).content.decode()

    assert "Market" in asked
    assert not PlenaryImage.objects.get(pk=image.pk).is_withheld
    done = desk.post(address, follow=True).content.decode()
    assert "a placeholder stands now" in done
    assert PlenaryImage.objects.get(pk=image.pk).is_withheld


def test_nobody_else_opens_the_desk(client: Client) -> None:
    given = consent(picture())
    addresses = [
        reverse("consent:index"),
        reverse("consent:picture", args=[given.image_id]),
        reverse("consent:withdraw", args=[given.key]),
        reverse("consent:form", args=[given.key]),
    ]

    anonymous = [client.get(address).status_code for address in addresses]
    client.force_login(UserFactory())
    members = [client.get(address).status_code for address in addresses]
    sign_in_with_second_factor(client, editor())
    editors = [client.get(address).status_code for address in addresses]

    assert 200 not in anonymous + members + editors
    assert not PlenaryImage.objects.get().is_withheld


def test_publishing_in_the_admin_says_what_is_wanting_and_keeps_the_draft(desk: Client, site_root: SiteRoot) -> None:
    image = picture(shows_children=True)
    page = draft_with(image, site_root)

    response = desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), edited(page, image), follow=True)

    assert "no consent is recorded for it" in response.content.decode()
    page.refresh_from_db()
    assert not page.live
    assert page.get_latest_revision_as_object().title == "Market, changed"


def test_with_a_consent_publishing_in_the_admin_goes_through(desk: Client, site_root: SiteRoot) -> None:
    image = picture()
    consent(image)
    page = draft_with(image, site_root)

    desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), edited(page, image))

    page.refresh_from_db()
    assert (page.live, page.title) == (True, "Market, changed")


def edited(page: StandardPage, image: PlenaryImage) -> dict[str, str]:
    """The editor's form as the browser sends it, with “publish” pressed."""
    return {
        "title": "Market, changed",
        "slug": page.slug,
        "lede": "",
        "body-count": "1",
        "body-0-type": "picture",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": "",
        "body-0-value-image": str(image.pk),
        "body-0-value-caption": "",
        "children_title": "",
        "children_body-count": "0",
        "seo_title": "",
        "search_description": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }


def test_a_page_goes_live_and_ends_when_it_is_due(site_root: SiteRoot) -> None:
    page = draft_with(picture(), site_root)
    now = timezone.now()
    due = now - timedelta(minutes=1)
    page.go_live_at, page.expire_at = due, now + timedelta(hours=3)
    page.save_revision(approved_go_live_at=due)

    publish_due(now)

    page.refresh_from_db()
    assert page.live
    assert publish_due(now + timedelta(hours=4)) == 1
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


def test_a_schedule_that_lost_its_consent_is_refused_once_and_told(site_root: SiteRoot) -> None:
    """One page that may not go live holds up no other."""
    image = picture(shows_children=True)
    refused = draft_with(image, site_root)
    other = StandardPage(title="Fine", slug="fine", live=False)
    site_root.home("en").add_child(instance=other)
    other.save_revision()
    past = timezone.now() - timedelta(minutes=5)
    Revision.objects.filter(object_id__in=[str(refused.pk), str(other.pk)]).update(approved_go_live_at=past)

    publish_due(timezone.now())
    publish_due(timezone.now())

    refused.refresh_from_db()
    other.refresh_from_db()
    assert (refused.live, other.live) == (False, True)
    told = PageLogEntry.objects.get(action="cms.refuse_schedule")
    assert "no consent is recorded" in told.data["why"]


def test_a_page_that_breaks_holds_up_no_other(site_root: SiteRoot, monkeypatch: pytest.MonkeyPatch) -> None:
    past = timezone.now() - timedelta(minutes=5)
    for slug in ("breaks", "fine"):
        page = StandardPage(title=slug, slug=slug, live=False)
        site_root.home("en").add_child(instance=page)
        page.save_revision(approved_go_live_at=past)
    honest = Revision.publish

    def publish(revision: Revision, **options: object) -> None:
        if revision.object_str == "breaks":
            raise RuntimeError("The disk is full.")
        honest(revision, **options)

    monkeypatch.setattr(Revision, "publish", publish)

    with pytest.raises(ExceptionGroup, match="could not be published as planned"):
        publish_due(timezone.now())

    assert list(StandardPage.objects.live().values_list("slug", flat=True)) == ["fine"]


def test_the_worker_withholds_what_ran_out(site_root: SiteRoot) -> None:
    image = picture()
    consent(image, until_on=timezone.now().date() + timedelta(days=1), uses=frozenset({Use.SITE}))
    draft_with(image, site_root).get_latest_revision().publish()

    assert keep_promises(timezone.now()) == 0
    assert keep_promises(timezone.now() + timedelta(days=1)) == 1
