from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.rules.consent import Consent, Lack, Use, lack_of, prints_everywhere

TODAY = date(2026, 6, 10)
YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)
EVERYWHERE = Consent(uses=frozenset(Use))


def test_without_a_record_no_use_is_covered() -> None:
    assert [lack_of([], use, on=TODAY) for use in Use] == [Lack.MISSING] * 4


def test_a_record_for_everything_covers_every_use() -> None:
    assert [lack_of([EVERYWHERE], use, on=TODAY) for use in Use] == [None] * 4


def test_a_record_holds_up_to_its_last_day_and_not_on_the_next() -> None:
    consent = Consent(uses=frozenset(Use), until_on=TOMORROW)

    assert lack_of([consent], Use.SITE, on=TODAY) is None
    assert lack_of([consent], Use.SITE, on=TOMORROW) == Lack.EXPIRED


def test_a_withdrawal_counts_from_its_day() -> None:
    consent = Consent(uses=frozenset(Use), withdrawn_on=TODAY)

    assert lack_of([consent], Use.SITE, on=YESTERDAY) is None
    assert lack_of([consent], Use.SITE, on=TODAY) == Lack.WITHDRAWN


def test_one_withdrawal_ends_what_another_record_allows() -> None:
    withdrawn = Consent(uses=frozenset({Use.PRINT}), withdrawn_on=TODAY)

    assert lack_of([EVERYWHERE, withdrawn], Use.SITE, on=TODAY) == Lack.WITHDRAWN


def test_a_use_that_nobody_agreed_to_is_not_covered() -> None:
    consent = Consent(uses=frozenset({Use.SITE}))

    assert lack_of([consent], Use.BULLETIN, on=TODAY) == Lack.USE


@pytest.mark.parametrize("use", [Use.SITE, Use.SOCIAL, Use.BULLETIN])
def test_consent_for_some_countries_covers_nothing_that_is_read_everywhere(use: Use) -> None:
    consent = Consent(uses=frozenset(Use), territory=frozenset({"KE", "TG"}))

    assert lack_of([consent], use, on=TODAY) == Lack.TERRITORY


def test_print_may_stay_within_some_countries() -> None:
    consent = Consent(uses=frozenset(Use), territory=frozenset({"KE"}))

    assert lack_of([consent], Use.PRINT, on=TODAY) is None


def test_a_page_is_printed_in_any_country_so_a_consent_for_one_does_not_cover_it() -> None:
    kenya = Consent(uses=frozenset(Use), territory=frozenset({"KE"}))

    assert not prints_everywhere([kenya], on=TODAY)
    assert prints_everywhere([kenya, EVERYWHERE], on=TODAY)


def test_nobody_prints_what_was_withdrawn_ran_out_or_was_never_given() -> None:
    withdrawn = Consent(uses=frozenset({Use.SITE}), withdrawn_on=TODAY)

    assert not prints_everywhere([EVERYWHERE, withdrawn], on=TODAY)
    assert not prints_everywhere([Consent(uses=frozenset(Use), until_on=TODAY)], on=TODAY)
    assert not prints_everywhere([Consent(uses=frozenset({Use.SITE, Use.BULLETIN}))], on=TODAY)
    assert not prints_everywhere([], on=TODAY)


def test_the_reason_told_is_the_one_nearest_to_covering_the_use() -> None:
    expired = Consent(uses=frozenset(Use), until_on=YESTERDAY)
    elsewhere = Consent(uses=frozenset({Use.SITE}), territory=frozenset({"KE"}))

    assert lack_of([expired, elsewhere], Use.SITE, on=TODAY) == Lack.TERRITORY


days = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1))
consents = st.builds(
    Consent,
    uses=st.frozensets(st.sampled_from(Use)),
    territory=st.frozensets(st.sampled_from(["KE", "TG", "FI"])),
    until_on=st.none() | days,
    withdrawn_on=st.none() | days,
)


@given(records=st.lists(consents, max_size=4), use=st.sampled_from(Use), on=days)
def test_law_a_covered_use_has_a_record_that_covers_it_and_no_withdrawal(
    records: list[Consent], use: Use, on: date
) -> None:
    covered = lack_of(records, use, on=on) is None

    withdrawn = any(record.withdrawn_on is not None and record.withdrawn_on <= on for record in records)
    covering = any(
        use in record.uses
        and (record.until_on is None or on < record.until_on)
        and (use == Use.PRINT or not record.territory)
        for record in records
    )
    assert covered == (covering and not withdrawn)


@given(records=st.lists(consents, max_size=4), use=st.sampled_from(Use), on=days)
def test_law_once_withdrawn_a_picture_never_comes_back_by_itself(records: list[Consent], use: Use, on: date) -> None:
    later = on + timedelta(days=400)

    if lack_of(records, use, on=on) == Lack.WITHDRAWN:
        assert lack_of(records, use, on=later) == Lack.WITHDRAWN
