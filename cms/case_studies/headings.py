"""The headings of the series in its three languages, and how a line is known to be one."""

import re
import unicodedata
from functools import cache

from cms.case_studies.values import Section

HEADINGS: dict[str, dict[Section, str]] = {
    "en": {
        Section.ORGANISATION: "organisation|organisations|organization|organizations",
        Section.SUMMARY: "summary|overview|abstract",
        Section.OBJECTIVE: "objective|objectives|aim|aims|goal|goals",
        Section.TIMELINE: "timeline|timeframe|time frame|time line|dates|period",
        Section.PROCESS: "process|method|methodology",
        Section.RESULT: "result|results|outcome|outcomes",
        Section.IMPACT: "impact|impacts",
        Section.CHALLENGES: "challenge|challenges|difficulties|obstacles",
        Section.RECOMMENDATIONS: "recommendations|next steps|recommendations for next steps"
        "|recommendations for the next steps|recommendations for future steps|recommendations for the future",
        Section.CONTACTS: "contact|contacts|contact details|contact information|for more information",
    },
    "fr": {
        Section.ORGANISATION: "organisation|organisations",
        Section.SUMMARY: "resume|apercu",
        Section.OBJECTIVE: "objectif|objectifs|but|buts",
        Section.TIMELINE: "calendrier|echeancier|duree|periode|dates",
        Section.PROCESS: "processus|demarche|methode|methodologie",
        Section.RESULT: "resultat|resultats",
        Section.IMPACT: "impact|impacts|incidence",
        Section.CHALLENGES: "defi|defis|difficultes|obstacles",
        Section.RECOMMENDATIONS: "recommandations|prochaines etapes|recommandations pour les etapes a venir"
        "|recommandations pour les prochaines etapes|recommandations pour l'avenir|etapes a venir",
        Section.CONTACTS: "coordonnees|contact|contacts|personne a contacter",
    },
    "es": {
        Section.ORGANISATION: "organizacion|organizaciones",
        Section.SUMMARY: "resumen|sintesis",
        Section.OBJECTIVE: "objetivo|objetivos|finalidad",
        Section.TIMELINE: "calendario|cronograma|cronologia|plazo|plazos|periodo|fechas|duracion",
        Section.PROCESS: "proceso|metodo|metodologia",
        Section.RESULT: "resultado|resultados",
        Section.IMPACT: "impacto|impactos|repercusion",
        Section.CHALLENGES: "desafio|desafios|reto|retos|dificultades|obstaculos",
        Section.RECOMMENDATIONS: "recomendaciones|proximos pasos|recomendaciones para los proximos pasos"
        "|recomendaciones para proximos pasos|recomendaciones para las proximas etapas"
        "|recomendaciones para las etapas siguientes|recomendaciones para el futuro|proximas etapas",
        Section.CONTACTS: "contacto|contactos|datos de contacto|informacion de contacto|persona de contacto",
    },
}
# A single word of these is as likely a label inside a phase ("But :", "Aim:") unless it is set in capitals.
ONLY_IN_CAPITALS = ("but", "buts", "aim", "aims", "goal", "goals", "objetivo", "objective", "dates", "method")

PHASE = re.compile(r"^(?:PHASE|FASE|ÉTAPE|ETAPE|ETAPA|STEP)\s+(?:\d+|[IVX]+)\s*(?:[–—:.\-]\s*)?(.*)$", re.IGNORECASE)
PURPOSE = re.compile(
    r"^(?:but|objectif|objet|purpose|aim|goal|objective|objetivo|finalidad|propósito)\s*:\s*(.*)$", re.IGNORECASE
)
TIP = re.compile(
    r"^[\W_]*(?:CONSEILS?|ASTUCES?|TIPS?|CONSEJOS?|SUGERENCIAS?|ADVICE)(?:\s+(?:PRATIQUES?|PRÁCTICOS?))?\s*:\s*(.*)$"
)
BULLET = re.compile(r"^(?:[■●•▪◦‣∙·*]+|[–—-](?=\s))\s*(.*)$")
PAGE_NUMBER = re.compile(
    r"^(?:page|p\.|página|pág\.)?\s*[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:/|of|sur|de)\s*\d{1,3})?$", re.I
)


def folded(text: str) -> str:
    """Lower case, no accents, straight apostrophes, single spaces, no colon at the end."""
    apart = unicodedata.normalize("NFD", text.replace("’", "'"))
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(plain.casefold().rstrip(" :.").split())


@cache
def known() -> dict[str, tuple[Section, tuple[str, ...]]]:
    """Folded heading → its section and the languages that use it."""
    found: dict[str, tuple[Section, tuple[str, ...]]] = {}
    for language, sections in HEADINGS.items():
        for section, words in sections.items():
            for word in words.split("|"):
                _section, languages = found.get(word, (section, ()))
                found[word] = (section, (*languages, language))
    return found


def is_capitals(line: str) -> bool:
    """Whether a line is set in capitals: two letters at least, none of them small."""
    letters = [char for char in line if char.isalpha()]
    return len(letters) > 1 and not any(char.islower() for char in letters)


def heading(line: str) -> tuple[Section, str] | None:
    """The section that a line opens, and the text that follows on the same line."""
    word = folded(line)
    if word in known() and (is_capitals(line) or (line.rstrip().endswith(":") and word not in ONLY_IN_CAPITALS)):
        return known()[word][0], ""
    before, colon, rest = line.partition(":")
    if colon and is_capitals(before) and folded(before) in known():
        return known()[folded(before)][0], rest.strip()
    return None
