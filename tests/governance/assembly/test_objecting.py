"""Members object to the roll, the minutes and decisions; each objection gets an answer in words."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import RollEntry, RollObjection
from governance.assembly.queries import attendance_of
from governance.assembly.rules.words import State, Verdict
from governance.ledger.models import Entry
from tests.factories.assembly import NOON, Meeting, convened, fresh, frozen, minuted, opened
from tests.factories.organisations import InvoiceFactory

pytestmark = pytest.mark.django_db


def said(act: Callable[[], object]) -> str:
    with pytest.raises(AssemblyRefused) as refused:
        act()
    return str(refused.value)


def entry(meeting: Meeting, place: int) -> RollEntry:
    return meeting.assembly.roll.select_related("organisation", "assembly").get(
        organisation=meeting.organisations[place]
    )


def barred() -> Meeting:
    """Frozen; the second organisation may not vote because of its dues."""
    meeting = convened(organisations=3)
    InvoiceFactory(organisation=meeting.organisations[1], year=2024, due_on=NOON.date() - timedelta(days=700))
    actions.freeze_roll(meeting.assembly, now=NOON - timedelta(days=30))
    return fresh(meeting)


def object_to_roll(meeting: Meeting, place: int, *, text: str = "We paid.") -> RollObjection:
    return actions.object_to_roll(
        entry(meeting, place),
        organisation=meeting.organisations[0],
        by=meeting.people[0],
        text=text,
        now=NOON - timedelta(days=20),
    )


def answer(objection: RollObjection, verdict: Verdict, *, text: str = "So it is.") -> RollObjection:
    return actions.answer_roll_objection(objection, verdict=verdict, answer=text, now=NOON - timedelta(days=10))


def test_an_upheld_objection_corrects_the_roll_and_leaves_the_entry() -> None:
    meeting = barred()
    before = attendance_of(meeting.assembly).entitled

    answer(object_to_roll(meeting, 1), Verdict.UPHELD)

    corrected = entry(meeting, 1)
    assert (corrected.may_vote, corrected.votes) == (False, True)
    assert (before, attendance_of(meeting.assembly).entitled) == (2, 3)
    assert Entry.objects.get(kind="roll correction").body["vote"] == 1
    assert str(corrected.correction) == str(corrected)
    actions.open_assembly(meeting.assembly, now=NOON)
    actions.register(meeting.assembly, organisation=meeting.organisations[1], person=meeting.people[1], now=NOON)
    assert attendance_of(meeting.assembly).present == 1


def test_an_objection_can_take_a_vote_away_while_nothing_hangs_on_it() -> None:
    meeting = frozen(organisations=3)

    answer(object_to_roll(meeting, 1), Verdict.UPHELD)

    assert attendance_of(meeting.assembly).entitled == 2
    assert meeting.assembly.electorate is not None
    assert meeting.assembly.electorate.mandates.count() == 2


def test_a_vote_that_was_given_away_is_not_taken_before_the_proxy_is() -> None:
    meeting = frozen(organisations=3)
    objection = object_to_roll(meeting, 1)
    giver, holder = meeting.organisations[2], meeting.organisations[1]
    actions.give_proxy(meeting.assembly, giver=giver, holder=holder, by=meeting.people[2], now=NOON - timedelta(days=3))

    told = said(lambda: answer(objection, Verdict.UPHELD))

    objection.refresh_from_db()
    assert told == "This organisation gave or holds a proxy. It has to be taken back first."
    assert objection.is_pending


def test_a_dismissed_objection_changes_nothing_but_is_answered() -> None:
    meeting = barred()

    objection = answer(object_to_roll(meeting, 1), Verdict.DISMISSED, text="The invoice of 2024 is open.")

    assert (entry(meeting, 1).votes, objection.answer) == (False, "The invoice of 2024 is open.")
    assert said(lambda: answer(objection, Verdict.UPHELD)) == "This was answered already."


def test_a_line_is_corrected_once() -> None:
    meeting = barred()
    first, second = object_to_roll(meeting, 1), object_to_roll(meeting, 1, text="They did pay.")
    answer(first, Verdict.UPHELD)

    assert said(lambda: answer(second, Verdict.UPHELD)) == "This line of the roll was corrected already."
    assert said(lambda: object_to_roll(meeting, 1)) == "This line of the roll was corrected already."


def test_an_objection_to_the_roll_says_something_in_time_and_comes_from_a_delegation() -> None:
    meeting, late = barred(), opened(organisations=2, slug="late")

    assert said(lambda: object_to_roll(meeting, 1, text="  ")) == "Say what you object to and why."
    assert said(lambda: object_to_roll(late, 1)) == "Objections to the roll end when the assembly opens."
    meeting.people[0] = late.people[0]
    assert said(lambda: object_to_roll(meeting, 1)).startswith("You are not in the delegation of ")
    assert not RollObjection.objects.exists()


@pytest.mark.parametrize(("verdict", "text"), [(Verdict.PENDING, "Well"), (Verdict.UPHELD, "  ")])
def test_an_answer_has_a_verdict_and_words(verdict: Verdict, text: str) -> None:
    objection = object_to_roll(barred(), 1)

    assert said(lambda: answer(objection, verdict, text=text)) == (
        "Choose a verdict and say why. Everybody reads the answer."
    )


def test_a_meeting_does_not_open_over_an_objection_without_answer() -> None:
    meeting = barred()
    objection = object_to_roll(meeting, 1)

    told = said(lambda: actions.open_assembly(meeting.assembly, now=NOON))
    answer(objection, Verdict.DISMISSED)

    assert told == "An objection to the roll is not answered yet. Answer it first."
    assert actions.open_assembly(meeting.assembly, now=NOON).state == State.OPEN
    assert said(lambda: answer(objection, Verdict.UPHELD)) == "Objections to the roll end when the assembly opens."


def test_an_answer_without_words_is_refused_by_the_database() -> None:
    objection = object_to_roll(barred(), 1)

    with pytest.raises(IntegrityError), transaction.atomic():
        RollObjection.objects.filter(pk=objection.pk).update(verdict=Verdict.UPHELD)

    assert str(objection) == f"{objection.organisation}: General assembly 2026"


def test_a_double_click_objects_once() -> None:
    meeting = frozen(organisations=3)

    first = object_to_roll(meeting, 1)
    again = object_to_roll(meeting, 1, text=" We paid. ")
    others = [object_to_roll(meeting, 2), object_to_roll(meeting, 1, text="They left.")]

    assert again == first
    assert list(RollObjection.objects.order_by("pk")) == [first, *others]
    assert Entry.objects.filter(kind="roll objection").count() == 3
    answer(first, Verdict.DISMISSED)
    assert object_to_roll(meeting, 1) != first


def test_the_same_words_to_the_minutes_and_to_a_decision_are_one_objection_each() -> None:
    meeting = minuted(organisations=5)
    organisation, by = meeting.organisations[0], meeting.people[0]
    ballot = meeting.motions[0].ballot
    assert ballot is not None

    for _click in range(2):
        actions.object_to_minutes(meeting.assembly, organisation=organisation, by=by, text="No.", now=meeting.now)
        actions.challenge(ballot, organisation=organisation, by=by, text="No.", now=meeting.now)

    assert (meeting.assembly.minutesobjections.count(), meeting.assembly.challenges.count()) == (1, 1)
    assert Entry.objects.filter(kind__in=["minutes objection", "challenge"]).count() == 2
