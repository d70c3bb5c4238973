"""What can happen to the statutes, and what is refused, in words."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from governance.statutes import actions
from governance.statutes.actions import StatutesRefused
from governance.statutes.models import Statute, StatuteSet
from governance.statutes.queries import Difference, differences_of, standing_of, statutes_in_force
from governance.statutes.rules import Parameter, Rule, StatuteBook, StatuteInvalid
from governance.statutes.rules.words import Standing
from tests.factories.statutes import statutes

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 10)
NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
LATER = TODAY + timedelta(days=30)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(StatutesRefused) as refused:
        act()
    return str(refused.value)


def test_a_draft_says_what_is_in_force_and_holds_nowhere() -> None:
    statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))

    draft = actions.draft_statutes(adopted="Lima", on=TODAY)

    assert draft.book == statutes_in_force(TODAY)
    assert draft.rules.count() == len(Parameter)
    assert str(draft) == "Draft: Lima"
    assert str(actions.draft_statutes(on=TODAY)) == "Draft"
    assert standing_of(draft, on=TODAY) == Standing.DRAFT


def test_a_rewritten_draft_says_what_differs() -> None:
    statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))
    draft = actions.draft_statutes(on=TODAY)

    actions.rewrite_statutes(draft, rules={Parameter.NOTICE_DAYS: Rule(value=50, article="8a")}, adopted="Lima")

    assert differences_of(draft, on=TODAY) == [
        Difference(
            parameter=Parameter.NOTICE_DAYS, before=Rule(value=45, article="8"), after=Rule(value=50, article="8a")
        )
    ]
    assert StatuteSet.objects.get(pk=draft.pk).adopted == "Lima"
    assert statutes_in_force(TODAY).number(Parameter.NOTICE_DAYS) == 45


def test_a_set_differs_from_the_one_before_it_and_the_first_from_the_defaults() -> None:
    first = statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))
    second = statutes(from_on=date(2024, 1, 1), notice_days=(45, "8"), least_papers=(9, "13.3"))

    assert [one.parameter for one in differences_of(first, on=TODAY)] == [Parameter.NOTICE_DAYS]
    assert [one.parameter for one in differences_of(second, on=TODAY)] == [Parameter.LEAST_PAPERS]
    assert [standing_of(one, on=TODAY) for one in (first, second)] == [Standing.REPLACED, Standing.IN_FORCE]


def test_a_value_that_its_parameter_cannot_have_leaves_the_draft_as_it_was() -> None:
    draft = actions.draft_statutes(on=TODAY)

    with pytest.raises(StatuteInvalid):
        actions.rewrite_statutes(draft, rules={Parameter.NOTICE_DAYS: Rule(value="soon")}, adopted="Lima")

    assert (StatuteSet.objects.get().book, StatuteSet.objects.get().adopted) == (StatuteBook(), "")


def test_a_draft_gets_a_day_to_come_and_holds_from_then_on() -> None:
    statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))
    draft = actions.draft_statutes(on=TODAY)
    actions.rewrite_statutes(draft, rules={Parameter.NOTICE_DAYS: Rule(value=50)}, adopted="")

    coming = actions.bring_into_force(draft, from_on=LATER, today=TODAY)

    days = [LATER - timedelta(days=1), LATER]
    assert [statutes_in_force(day).number(Parameter.NOTICE_DAYS) for day in days] == [45, 50]
    assert standing_of(coming, on=TODAY) == Standing.TO_COME


def test_only_the_first_statutes_may_have_begun_already() -> None:
    first, second = actions.draft_statutes(on=TODAY), actions.draft_statutes(on=TODAY)

    actions.bring_into_force(first, from_on=date(1998, 3, 14), today=TODAY)

    said = refusal(lambda: actions.bring_into_force(second, from_on=TODAY, today=TODAY))
    assert said == "Choose a day to come. What was decided until today stays under the statutes of then."


def test_two_sets_do_not_begin_on_one_day() -> None:
    statutes(from_on=LATER)
    draft = actions.draft_statutes(on=TODAY)

    said = refusal(lambda: actions.bring_into_force(draft, from_on=LATER, today=TODAY))

    assert said == "Other statutes begin on that day already. Choose another day."


def test_what_has_its_day_is_neither_rewritten_nor_discarded_nor_dated_again() -> None:
    held = statutes(from_on=date(2020, 1, 1), notice_days=(45, "8"))
    sentence = "These statutes have their day and do not change. Draft new ones instead."

    assert refusal(lambda: actions.rewrite_statutes(held, rules={}, adopted="")) == sentence
    assert refusal(lambda: actions.discard(held)) == sentence
    assert refusal(lambda: actions.bring_into_force(held, from_on=LATER, today=TODAY)) == sentence
    assert Statute.objects.get().value == 45


def test_what_has_not_begun_is_taken_back_unless_a_meeting_was_called_under_it() -> None:
    held, coming, used = (statutes(from_on=day) for day in (date(2020, 1, 1), LATER, LATER + timedelta(days=30)))
    actions.freeze_statutes(LATER + timedelta(days=40), now=NOW)

    assert actions.take_back(coming, today=TODAY).is_draft
    assert refusal(lambda: actions.take_back(coming, today=TODAY)) == "These statutes are a draft already."
    assert refusal(lambda: actions.take_back(held, today=TODAY)).startswith("These statutes are in force, or were.")
    assert refusal(lambda: actions.take_back(used, today=TODAY)).startswith("An assembly was called under these")


def test_a_meeting_freezes_what_will_be_in_force_and_the_set_remembers_the_first_one() -> None:
    statutes(from_on=LATER, notice_days=(45, "8"))

    before = actions.freeze_statutes(TODAY, now=NOW)
    book = actions.freeze_statutes(LATER, now=NOW)
    actions.freeze_statutes(LATER, now=NOW + timedelta(days=1))

    assert before == StatuteBook()
    assert book.number(Parameter.NOTICE_DAYS) == 45
    assert StatuteSet.objects.get().frozen_at == NOW


def test_a_draft_that_was_discarded_meanwhile_is_said_to_be() -> None:
    draft = actions.draft_statutes(on=TODAY)
    stale = StatuteSet.objects.get()
    actions.discard(draft)

    assert refusal(lambda: actions.discard(stale)) == "This draft was discarded meanwhile."
    assert not Statute.objects.exists()


def test_no_meeting_is_held_under_a_draft_even_by_sql() -> None:
    actions.draft_statutes(on=TODAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        StatuteSet.objects.update(frozen_at=NOW)
