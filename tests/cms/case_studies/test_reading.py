"""Reading a case study out of text. None of this touches a database."""

import re
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.case_studies.headings import HEADINGS
from cms.case_studies.reading import read_study
from cms.case_studies.values import Doubt, Passage, Phase, Study, Timeline
from tests.cms.case_studies.texts import ENGLISH, FRENCH, SPANISH


def said_in(value: Any) -> str:
    """Every text of a study, run together."""
    if isinstance(value, dict):
        return " ".join(said_in(part) for part in value.values())
    if isinstance(value, list | tuple):
        return " ".join(said_in(part) for part in value)
    return str(value)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def test_every_section_lands_in_its_own_field() -> None:
    study = read_study(FRENCH)

    assert study.title == "La cloche du village"
    assert study.organisation == "Association des Cloches (ADC)"
    assert study.objective == "Rappeler chaque promesse à la commune."
    assert study.timeline == Timeline(begins="2014-03", ends="", ongoing=True)
    assert study.result == "La commune a répondu."
    assert study.impact == "Trois promesses ont été tenues."
    assert study.language == "fr"


def test_wrapped_lines_are_mended_and_paragraphs_stay_apart() -> None:
    study = read_study(FRENCH)

    assert study.summary == (
        "Une cloche a été sonnée chaque matin pour rappeler aux élus les promesses faites aux enfants.\n\n"
        "Tout le village a écouté."
    )


def test_phases_have_purpose_steps_and_tips_over_a_page_break_too() -> None:
    study = read_study(FRENCH)

    assert study.phases == (
        Phase(
            title="Choisir la cloche",
            purpose="Trouver une cloche que l’on entend de loin.",
            steps=("Demander au curé.", "Essayer trois cloches, l’une après l’autre, avec les enfants."),
            tips=("Une cloche fêlée porte mieux qu’on ne croit.",),
        ),
        Phase(title="Sonner avec l’ADC", steps=("Sonner à sept heures.",)),
    )


def test_challenges_and_recommendations_go_by_heading() -> None:
    study = read_study(FRENCH)

    assert study.challenges == (
        Passage(heading="Le sommeil", text="Tous ne se lèvent pas à sept heures."),
        Passage(heading="La pluie", text="Le toit fuit."),
    )
    assert study.recommendations == (Passage(heading="D’autres villages", text="Prêter la cloche."),)


def test_the_contact_keeps_its_lines_and_is_named_as_personal_data() -> None:
    study = read_study(FRENCH)

    assert study.contacts == "Mme Aline Carillon\nTél : +228 00 00 00 00\nEmail : adc@cloches.example"
    assert study.personal_data == ("adc@cloches.example", "+228 00 00 00 00", "Mme Aline Carillon")
    assert Doubt.PERSONAL_DATA not in study.doubts


def test_what_fits_nowhere_is_kept_and_said() -> None:
    study = read_study(FRENCH)

    assert study.unplaced == (
        "Cette série présente des actions de suivi menées par des associations. Elle est publiée pour que d’autres "
        "puissent les imiter.\n\nUn voisin a protesté au début."
    )
    assert study.doubts == (Doubt.FURNITURE, Doubt.PREAMBLE, Doubt.LOOSE_TEXT)


def test_english_and_spanish_are_read_alike() -> None:
    english, spanish = read_study(ENGLISH), read_study(SPANISH)

    assert (english.language, spanish.language) == ("en", "es")
    assert english.timeline == Timeline(begins="2012-03", ends="2012-06")
    assert spanish.timeline == Timeline(begins="2015-05", ongoing=True)
    assert english.phases == (
        Phase(
            title="Choose", purpose="Find a bell.", steps=("Ask the priest.",), tips=("A cracked bell carries far.",)
        ),
    )
    assert spanish.phases[0].steps == ("Preguntar al cura.",)
    assert english.challenges == (Passage(text="Not all get up at seven."),)
    assert spanish.recommendations == (Passage(heading="Otros pueblos", text="Prestar la campana."),)


def test_an_address_outside_the_contact_is_pointed_out() -> None:
    study = read_study(ENGLISH.replace("A bell was rung", "Ask ringer@bells.example: a bell was rung"))

    assert Doubt.PERSONAL_DATA in study.doubts


def test_a_text_without_headings_is_kept_whole() -> None:
    study = read_study("A letter\n\nDear all, the bell is cracked.")

    assert (study.title, study.unplaced) == ("A letter", "Dear all, the bell is cracked.")
    assert study.doubts[0] is Doubt.NO_HEADING


def test_a_word_broken_at_the_line_is_joined_unless_it_is_written_with_a_hyphen() -> None:
    broken = "SUMMARY:\n\nThe recommen-\ndation of a well-\nknown group, well-known everywhere."

    assert read_study(broken).summary == "The recommendation of a well-known group, well-known everywhere."


def test_windows_line_ends_and_form_feeds_change_nothing() -> None:
    assert read_study(FRENCH.replace("\n", "\r\n")) == read_study(FRENCH)
    assert read_study(FRENCH.replace("\n\nPHASE 2", "\n\f\nPHASE 2")) == read_study(FRENCH)


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, SPANISH], ids=["en", "fr", "es"])
def test_every_word_of_a_study_is_somewhere(text: str) -> None:
    study = read_study(text)

    labels = words(
        "but objectif purpose objetivo conseil consejo tip phase fase en cours mars march to june mai mayo de desde"
    )
    headings = words(" ".join(line for line in text.splitlines() if line.partition(":")[0].strip().isupper()))
    assert words(text) - labels - headings - words(said_in(asdict(study))) == set()


SENTENCES = st.lists(
    st.sampled_from(["Alpha beta.", "gamma", "■ Delta", "EPSILON ZETA", "", "7", "eta theta-"]), max_size=25
)
TITLES = st.sampled_from([words.split("|")[0].upper() for sections in HEADINGS.values() for words in sections.values()])


@given(st.lists(st.tuples(TITLES, SENTENCES), max_size=6), SENTENCES)
def test_no_word_is_lost_whatever_the_order(sections: list[tuple[str, list[str]]], before: list[str]) -> None:
    body = "\n".join([*before, *(f"{title}:\n" + "\n".join(lines) for title, lines in sections)])

    study: Study = read_study(body)

    expected = {word for word in ("alpha", "beta", "gamma", "delta", "epsilon", "zeta") if word in words(body)}
    kept = said_in(asdict(study)).casefold()
    assert {word for word in expected if word not in kept} == set()
