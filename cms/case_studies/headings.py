"""The headings of the series in its three languages, and how a line is known to be one."""

import re
import unicodedata
from functools import cache

from cms.case_studies.values import Section

HEADINGS: dict[str, dict[Section, str]] = {
    "en": {
        Section.ORGANISATION: "organisation|organisations|organization|organizations|name of organisation"
        "|name of the organisation|name of organization|name of the organization|organisation name|lead organisation"
        "|implementing organisation|organisation responsible|who",
        Section.SUMMARY: "summary|overview|abstract|executive summary|short summary|in brief|in short|short description"
        "|brief description",
        Section.OBJECTIVE: "objective|objectives|aim|aims|goal|goals|overall objective|main objective|purpose",
        Section.TIMELINE: "timeline|timeframe|time frame|time-frame|time line|time-line|dates|period|duration|calendar"
        "|when|schedule|time period|key dates",
        Section.PROCESS: "process|method|methodology|how it was done|approach|activities|steps|steps taken|phases"
        "|stages|implementation",
        Section.RESULT: "result|results|outcome|outcomes|output|outputs|achievements|results achieved",
        Section.IMPACT: "impact|impacts|what changed",
        Section.CHALLENGES: "challenge|challenges|difficulties|obstacles|main challenges|key challenges"
        "|challenges faced|challenges encountered|the challenges",
        Section.RECOMMENDATIONS: "recommendations|recommendation|next steps|recommendations for next steps"
        "|recommendations for the next steps|recommendations for future steps|recommendations for the future"
        "|recommendations and next steps|recommendations for follow-up|recommended next steps|the way forward"
        "|way forward|future steps|recommendations for future action|recommendations for others|future action",
        Section.CONTACTS: "contact|contacts|contact details|contact information|for more information|contact person"
        "|contact us|further information|more information|for further information|contact info"
        "|for more information, please contact|for further information, please contact|to find out more",
        Section.OTHER: "background|context|introduction|lessons learned|lessons learnt|resources|sources|references"
        "|acknowledgements|annex|lessons|about the organisation|about the organization"
        "|about this series|about the series|further reading",
    },
    "fr": {
        Section.ORGANISATION: "organisation|organisations|nom de l'organisation|organisation responsable"
        "|organisation chef de file|qui",
        Section.SUMMARY: "resume|apercu|synthese|en bref|sommaire|breve description|resume executif",
        Section.OBJECTIVE: "objectif|objectifs|but|buts|objectif general|objectif principal|finalite",
        Section.TIMELINE: "calendrier|echeancier|duree|periode|dates|dates cles|chronologie|quand|delais",
        Section.PROCESS: "processus|demarche|methode|methodologie|deroulement|activites|procede|etapes|phases"
        "|mise en oeuvre|mise en œuvre|approche",
        Section.RESULT: "resultat|resultats|resultats obtenus|realisations",
        Section.IMPACT: "impact|impacts|incidence|incidences|effets|ce qui a change",
        Section.CHALLENGES: "defi|defis|difficultes|obstacles|defis rencontres|difficultes rencontrees"
        "|principaux defis|principales difficultes|defis a relever|les defis",
        Section.RECOMMENDATIONS: "recommandations|recommandation|prochaines etapes"
        "|recommandations pour les etapes a venir|recommandations pour les prochaines etapes"
        "|recommandations pour les etapes suivantes|recommandations pour la suite|recommandations pour l'avenir"
        "|recommandations pour de futures actions|recommandations pour l'action|mesures a venir|recommandations futures"
        "|etapes a venir|etapes suivantes|recommandations et prochaines etapes|suites a donner|perspectives",
        Section.CONTACTS: "coordonnees|contact|contacts|personne a contacter|personne de contact|pour en savoir plus"
        "|pour plus d'informations|pour plus d'information|informations de contact|renseignements|nous contacter"
        "|pour plus de renseignements|pour de plus amples informations|pour tout renseignement|personne-ressource",
        Section.OTHER: "contexte|introduction|historique|enseignements tires|lecons apprises|ressources|sources"
        "|references|remerciements|annexe|enseignements|lecons|a propos de l'organisation"
        "|a propos de la serie|a propos de cette serie",
    },
    "es": {
        Section.ORGANISATION: "organizacion|organizaciones|nombre de la organizacion|organizacion responsable"
        "|organizacion lider|quien",
        Section.SUMMARY: "resumen|sintesis|en breve|resumen ejecutivo|breve descripcion",
        Section.OBJECTIVE: "objetivo|objetivos|finalidad|objetivo general|objetivo principal|meta|metas|proposito",
        Section.TIMELINE: "calendario|cronograma|cronologia|plazo|plazos|periodo|fechas|fechas clave|duracion|cuando"
        "|marco temporal|linea de tiempo|tiempo",
        Section.PROCESS: "proceso|metodo|metodologia|desarrollo|desarrollo del proceso|actividades|procedimiento|etapas"
        "|fases|pasos|implementacion|enfoque",
        Section.RESULT: "resultado|resultados|resultados obtenidos|resultados alcanzados|logros",
        Section.IMPACT: "impacto|impactos|repercusion|repercusiones|efectos|que cambio",
        Section.CHALLENGES: "desafio|desafios|reto|retos|dificultades|obstaculos|principales desafios"
        "|desafios encontrados|principales retos|dificultades encontradas|los desafios",
        Section.RECOMMENDATIONS: "recomendaciones|recomendacion|proximos pasos|recomendaciones para los proximos pasos"
        "|recomendaciones para proximos pasos|recomendaciones para las proximas etapas"
        "|recomendaciones para los pasos siguientes|recomendaciones para los siguientes pasos|pasos siguientes"
        "|recomendaciones para las etapas siguientes|recomendaciones para el futuro|proximas etapas|siguientes pasos"
        "|recomendaciones y proximos pasos|recomendaciones para las siguientes etapas|pasos futuros"
        "|recomendaciones para futuras acciones|recomendaciones para acciones futuras|medidas futuras"
        "|recomendaciones para los pasos futuros|recomendaciones para etapas futuras|recomendaciones futuras"
        "|recomendaciones para las etapas venideras|recomendaciones para medidas futuras",
        Section.CONTACTS: "contacto|contactos|datos de contacto|informacion de contacto|persona de contacto"
        "|para mas informacion|mas informacion|para obtener mas informacion|para mayor informacion",
        Section.OTHER: "contexto|introduccion|antecedentes|lecciones aprendidas|recursos|fuentes|referencias"
        "|agradecimientos|anexo|lecciones|acerca de la organizacion|sobre la organizacion"
        "|acerca de la serie|sobre esta serie",
    },
}
# Within the process these are labels of a phase ("But :", "Aim:"), unless they are set apart as headings are.
_OF_A_PHASE = (
    "but buts aim aims goal goals objetivo objetivos objective objectives objectif objectifs purpose meta metas "
    "finalidad proposito finalite activities activites actividades steps etapes pasos phases "
    "fases etapas dates method who qui quien when quand cuando "
    "duration duree"
)
OF_A_PHASE = frozenset(_OF_A_PHASE.split())
NUMBERED = re.compile(r"^(?:(?:\d{1,2}|[IVX]{1,4}|[A-J])\s*[.)–-]|\d{1,2}(?:\.\d{1,2})?)\s+")
LONGEST_HEADING = 60
# Words around a heading that leave it what it is: "The main challenges faced", "Impact of the project".
QUALIFIED = re.compile(
    r"^(?:the |les? |la |l'|el |l[ao]s |our |nos |notre |nuestr[oa]s? )?"
    r"(?:main |key |principa(?:l|les?|ux) )?(?=.)"
    r"|(?: faced| encountered| achieved| rencontrees?| rencontres| obtenus| encontrad[oa]s| obtenidos"
    r"| of the project| du projet| del proyecto|\(s\))$"
)


def folded(text: str) -> str:
    """Lower case, no accents, straight apostrophes, single spaces, no colon at the end."""
    apart = unicodedata.normalize("NFD", text.replace("’", "'").replace("´", "'"))
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(plain.casefold().rstrip(" :.–—-").split())


@cache
def known() -> dict[str, Section]:
    """Folded heading → its section. A word that opens different sections in two languages is not among them."""
    return {
        word: section
        for sections in HEADINGS.values()
        for section, words in sections.items()
        for word in words.split("|")
    }


def is_capitals(line: str) -> bool:
    """Whether a line is set in capitals: two letters at least, none of them small but plural endings ("ONGs")."""
    letters = [char for char in re.sub(r"(?<=[A-Z]{2})s\b", "", line) if char.isalpha()]
    return len(letters) > 1 and not any(char.islower() for char in letters)


def section_of(words: str) -> Section | None:
    """Of words that are nothing but a heading; a number before them counts for nothing."""
    if len(words) > LONGEST_HEADING:
        return None
    said = folded(NUMBERED.sub("", words.strip(" \t*#_■▪•|")))
    return known().get(said) or of_two(said) or known().get(QUALIFIED.sub("", said))


def of_two(said: str) -> Section | None:
    """ "Results and impact": the section of the first, where each is a heading by itself."""
    each = [known().get(QUALIFIED.sub("", part)) for part in re.split(r" (?:and|et|y|&) ", said)]
    return each[0] if len(each) == 2 and all(each) else None


def heading(line: str, *, set_apart: bool = False, in_process: bool = False) -> tuple[Section, str] | None:
    """The section that a line opens, and the text that follows on the same line.

    `set_apart`: it is bold, large, styled, or has white above and below. `in_process`: labels of a phase are possible.
    """
    whole = section_of(line)
    if whole and is_opening(line, set_apart=set_apart, in_process=in_process):
        return whole, ""
    before, colon, rest = line.partition(":")
    inline = section_of(before) if colon else None
    label = in_process and folded(before) in OF_A_PHASE and not is_capitals(before)
    if inline and not label and before.strip()[:1].isupper():
        return inline, rest.strip()
    return None


def is_opening(line: str, *, set_apart: bool, in_process: bool) -> bool:
    word = QUALIFIED.sub("", folded(line))
    if is_capitals(line):
        return True
    if in_process and word in OF_A_PHASE:
        return set_apart and not line.rstrip().endswith(":")
    words = NUMBERED.sub("", line.strip())
    return words[:1].isupper() and (set_apart or line.rstrip().endswith(":"))
