"""Consent when several things happen at once, and the rule beside the query."""

from datetime import date, datetime, timedelta
from functools import partial

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from wagtail.models import ModelLogEntry

from cms.actions import withdraw_consent
from cms.models import ImageConsent, PlenaryImage
from cms.queries import pictures_without_consent
from cms.rules.consent import Lack, Use, lack_of
from tests.at_once import at_once
from tests.cms.pictures.test_consent import page_with
from tests.factories.accounts import StaffFactory
from tests.factories.pictures import consent, picture
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 10)


@pytest.mark.parametrize("others", [[], ["width-30|format-png"]])
def test_a_rendition_begun_before_a_withdrawal_is_not_kept(now: datetime, others: list[str]) -> None:
    image = picture()
    given = consent(image)
    read_before = PlenaryImage.objects.get(pk=image.pk)

    withdraw_consent(given, by=StaffFactory(), now=now)
    rendition = read_before.get_renditions("width-20|format-png", *others)["width-20|format-png"]

    with rendition.file.open() as file:
        shown = Image.open(file).convert("RGB")
        assert shown.getpixel((1, 1)) == (241, 234, 222)
    assert image.renditions.count() == 1 + len(others)


uses = st.frozensets(st.sampled_from(Use), min_size=1)
records = st.lists(
    st.tuples(uses, st.sampled_from(["", "KE", "KE TG"]), st.sampled_from([None, -5, 0, 1, 9]), st.booleans()),
    max_size=3,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(records=records)
def test_law_the_rule_and_the_query_agree_on_what_lacks_consent(
    site_root: SiteRoot, now: datetime, records: list[tuple[frozenset[Use], str, int | None, bool]]
) -> None:
    with transaction.atomic():
        image = picture()
        page_with(image, site_root)
        PlenaryImage.objects.filter(pk=image.pk).update(shows_children=True)
        for uses, territory, days, withdrawn in records:
            ImageConsent.objects.create(
                image=image,
                given_by="Somebody",
                given_on=date(2020, 1, 1),
                uses=" ".join(sorted(uses)),
                territory=territory,
                until_on=None if days is None else TODAY + timedelta(days=days),
                recorded_at=now,
                withdrawn_at=now if withdrawn else None,
            )

        lack: Lack | None = lack_of([one.said for one in image.consents.all()], Use.SITE, on=TODAY)
        assert ([image] if lack else []) == pictures_without_consent(on=TODAY)

        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer, so there is no race to lose.")
def test_two_people_who_withdraw_at_once_withdraw_once(now: datetime) -> None:
    given = consent(picture())
    people = [StaffFactory(), StaffFactory()]
    at_once(*(partial(withdraw_consent, given, by=person, now=now) for person in people))

    assert ModelLogEntry.objects.filter(action="cms.withdraw_consent").count() == 1
