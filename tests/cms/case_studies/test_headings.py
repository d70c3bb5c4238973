"""Which words open which section, in the three languages, and which only look as if they did. No database."""

import pytest

from cms.case_studies.headings import heading, section_of
from cms.case_studies.reading import read_study
from cms.case_studies.values import Section

SAID = {
    Section.ORGANISATION: ("Organisation(s)", "L’organisation", "Nombre de la organización", "The organisation"),
    Section.SUMMARY: ("1. Summary", "RÉSUMÉ :", "Short description", "2 Resumen", "RESUME"),
    Section.OBJECTIVE: ("Main objective", "Les objectifs", "Objetivo general", "Goal"),
    Section.TIMELINE: ("Time-line", "Dates clés", "Marco temporal", "Période"),
    Section.PROCESS: ("Steps taken", "Mise en œuvre", "Etapas", "Desarrollo del proceso"),
    Section.RESULT: ("Outcomes", "Principaux résultats", "Results and impact", "Logros"),
    Section.IMPACT: ("Impact of the project", "Effets", "Repercusiones"),
    Section.CHALLENGES: ("Retos", "Difficultés et obstacles", "The main challenges faced", "Desafíos encontrados"),
    Section.RECOMMENDATIONS: ("Recommandations pour la suite", "Next steps", "Recomendaciones para medidas futuras"),
    Section.CONTACTS: ("For more information, please contact:", "Pour plus de renseignements", "Contacto"),
    Section.OTHER: ("Lessons learned", "Enseignements tirés", "Antecedentes"),
}


@pytest.mark.parametrize(("section", "said"), [(section, each) for section, said in SAID.items() for each in said])
def test_a_heading_is_known_by_its_words(section: Section, said: str) -> None:
    assert heading(said, set_apart=True) == (section, "")


@pytest.mark.parametrize(
    "line",
    [
        "The council",
        "Results of the vote in five districts",
        "summary of the plan",
        "Impact and weather",
        "Challenges faced by the pupils on their way",
        "The",
        "Les principaux",
        "and",
    ],
)
def test_other_words_are_no_heading(line: str) -> None:
    assert section_of(line) is None or heading(line, set_apart=True) is None


def test_a_heading_in_the_middle_of_a_text_needs_a_mark_or_white() -> None:
    assert heading("Impact") is None
    assert heading("Impact:") == (Section.IMPACT, "")
    assert heading("IMPACT") == (Section.IMPACT, "")
    assert heading("Impact: two laws") == (Section.IMPACT, "two laws")


def test_labels_of_a_phase_open_no_section() -> None:
    study = read_study("PROCESS:\n\nPHASE 1 – WALK\n\nThe aim:\nSteps:\n■ Walk.\n\nRESULT:\n\nDone.")

    assert (study.objective, study.result) == ("", "Done.")
    assert study.phases[0].steps == ("Walk.",)
