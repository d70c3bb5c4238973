"""What a study lacks, by plain values."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.rules.completeness import CLASSIFIED_BY, Gap, Study, gaps_of

WHOLE = Study(summary="S", impact="I", contacts="Aline", has_consent=True, classified=len(CLASSIFIED_BY))


def test_a_whole_study_lacks_nothing() -> None:
    assert gaps_of(WHOLE) == ()


@pytest.mark.parametrize(
    ("study", "gap"),
    [
        (replace(WHOLE, unplaced="Loose words"), Gap.UNPLACED),
        (replace(WHOLE, summary=" \n"), Gap.SUMMARY),
        (replace(WHOLE, impact=""), Gap.IMPACT),
        (replace(WHOLE, has_consent=False), Gap.CONSENT),
        (replace(WHOLE, classified=4), Gap.FACETS),
        (replace(WHOLE, picture_is_silent=True), Gap.PICTURE),
        (replace(WHOLE, is_behind=True), Gap.BEHIND),
    ],
)
def test_each_gap_is_named_alone(study: Study, gap: Gap) -> None:
    assert gaps_of(study) == (gap,)


def test_without_a_contact_no_consent_is_missing() -> None:
    assert Gap.CONSENT not in gaps_of(replace(WHOLE, contacts=" ", has_consent=False))


def test_an_empty_draft_is_read_without_a_word() -> None:
    study = Study.read({"summary": None, "social_image": 3}, silent=frozenset({3}), is_behind=False)

    assert gaps_of(study) == (Gap.SUMMARY, Gap.IMPACT, Gap.FACETS, Gap.PICTURE)


@given(content=st.fixed_dictionaries({name: st.lists(st.integers(), max_size=2) for name in CLASSIFIED_BY}))
def test_facets_are_missing_exactly_while_one_of_them_is_empty(content: dict[str, list[int]]) -> None:
    study = Study.read(content, silent=frozenset(), is_behind=False)

    assert (Gap.FACETS in gaps_of(study)) == any(not values for values in content.values())
