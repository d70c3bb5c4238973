"""Challenges and recommendations: which line is a heading and which is its text."""

import pytest

from cms.case_studies.reading import read_study
from cms.case_studies.values import Passage

TURNOVER = Passage(heading="Turnover of staff", text="Three of five engineers left within a year.")
PRICES = Passage(heading="Rising prices", text="The price of cable doubled.")


@pytest.mark.parametrize("mark", ["", "• ", "1. ", "a) ", "– "])
def test_headings_above_their_texts_lose_only_their_marks(mark: str) -> None:
    said = [line for each in (TURNOVER, PRICES) for line in (mark + each.heading, each.text)]

    study = read_study("CHALLENGES:\n\n" + "\n\n".join(said))

    assert study.challenges == (TURNOVER, PRICES)


def test_points_without_texts_are_one_text() -> None:
    study = read_study("CHALLENGES:\n\n• Turnover of staff\n• Rising prices\n• Rain")

    assert study.challenges == (Passage(text="• Turnover of staff\n\n• Rising prices\n\n• Rain"),)


def test_a_numbered_list_outside_the_process_keeps_its_numbers() -> None:
    study = read_study("RESULT:\n\nThe council agreed:\n1. to light the path,\n2. to count the lamps.")

    assert study.result == "The council agreed:\n\n1. to light the path,\n\n2. to count the lamps."


def test_a_sentence_about_a_phase_is_no_title() -> None:
    study = read_study(
        "PROCESS:\n\nPHASE 1 – WALK\n\n■ Walk.\n\nPhase 2 of the plan, on which all agreed, was put off."
    )

    assert [phase.title for phase in study.phases] == ["Walk"]
    assert study.unplaced == "Phase 2 of the plan, on which all agreed, was put off."
