from hypothesis import given
from hypothesis import strategies as st

from governance.assembly.rules.standing import Stands, WhyNot, why_not


def test_somebody_who_agreed_and_acts_for_an_organisation_that_may_stand_can_stand() -> None:
    stands = Stands(has_consented=True, acts_for_the_organisation=True, organisation_may_stand=True)

    assert why_not(stands) == ()


def test_every_reason_is_told_at_once() -> None:
    stands = Stands(has_consented=False, acts_for_the_organisation=False, organisation_may_stand=False)

    assert why_not(stands) == (WhyNot.NO_CONSENT, WhyNot.ACTS_FOR_NOBODY, WhyNot.MAY_NOT_STAND)


@given(st.booleans(), st.booleans(), st.booleans())
def test_there_is_a_reason_for_each_thing_that_lacks(consented: bool, acts: bool, may: bool) -> None:  # noqa: FBT001 - what Hypothesis gives
    stands = Stands(has_consented=consented, acts_for_the_organisation=acts, organisation_may_stand=may)

    assert len(why_not(stands)) == [consented, acts, may].count(False)
