"""What in a text looks like personal data: to be pointed out to a person, who decides."""

import re
from collections.abc import Iterable

NAME = r"[A-ZÀ-ÝÑ][\w’'-]+(?:[ ](?:de|da|del|de la|la|van|von|bin|al|el|ben|ould|[A-Z]\.)){0,2}"
NAMES = rf"{NAME}(?:[ ]{NAME}){{1,3}}"
TITLE = (
    r"(?:M\.|Mr\.?|Mrs\.?|Ms\.?|MM\.|Mme|Mmes|Mlle|Dr\.?|Dre|Dra\.?|Sr\.?|Sra\.?|Srta\.?|Prof\.?|Me|Don|Doña|Lic\.?)"
)
ROLE = (
    r"(?i:director|directora|directeur|directrice|co-?ordinator|coordinateur|coordinatrice|coordonnat(?:eur|rice)"
    r"|coordinador|coordinadora|president|président|présidente|presidente|presidenta|secretary|secrétaire|secretari[ao]"
    r"|chair|chairperson|manager|officer|chargée?|responsable|encargad[ao]|contact|contacto|advisor|adviser"
    r"|conseill(?:er|ère)|asesora?|head|jefe|jefa|lawyer|avocate?|abogad[ao])"
)
STREET = (
    r"(?:\b\d{1,5}(?:,| bis| ter)?,? (?:rue|avenue|av\.|boulevard|bd|place|impasse|chemin|route|quai)\b[^\n;]{3,60}"
    r"|\b\d{1,5} (?:[A-Z][\w’'-]+ ){1,4}(?:Street|St\.|Road|Rd\.?|Avenue|Ave\.?|Lane|Square|Drive|Close)\b"
    r"|\b(?:Calle|Avenida|Av\.|Carrera|Jirón|Jr\.|Plaza|Pasaje|Calzada) [A-ZÁÉÍÓÚÑ\d][^\n;]{3,60}"
    r"|\b(?:P\. ?O\. ?Box|PO Box|B\. ?P\.|BP|Boîte postale|Apartado(?: postal| de correos)?|Casilla(?: postal)?)"
    r"[ :n°.]*\d[\d -]*)"
)
PHONE = r"(?:Tel|Tél|Phone|Mobile|Mob|Cell|Cel|Teléfono|Telephone|Téléphone|Fax|WhatsApp|Portable|Móvil|Celular)"
PERSONAL = (
    re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"),
    re.compile(rf"(?:(?:\+|\b00)\d[\d ().\-/]{{6,}}\d|\b{PHONE}\b\.?[ ]?[:.]?[ ]?(?:\(?\d[\d ().\-/]{{4,}}\d))"),
    re.compile(rf"\b{TITLE} {NAME}(?:[ ]{NAME}){{0,3}}"),
    re.compile(rf"\b{NAMES}(?=(?:,| ?[–—(-]) ?(?:\w+ )?{ROLE}\b)"),
    re.compile(rf"(?<=: ){NAMES}(?=$|[,;\n])|(?:(?<=^)|(?<=\n)){NAMES}(?=,? *\n[^\n]*(?:@|\+\d))"),
    re.compile(STREET),
)
# Pointing out more than this in one paper helps nobody: it is a list of addresses.
MOST = 300
LABELLED_NUMBER = re.compile(rf"^{PHONE}\b\.?[ ]?[:.]?[ ]?")
# A line of the contact that is two to four words in capitals' first letters is a name, unless it names a body.
BARE_NAME = re.compile(rf"^{NAMES}$")
BODY = re.compile(
    r"(?i)\b(?:organi[sz]ation|association|asociaci[oó]n|coalition|coalici[oó]n|network|r[eé]seau|red|foundation|fondation"
    r"|fundaci[oó]n|committee|comit[eé]|centre|center|centro|forum|foro|institut\w*|council|conseil|consejo|ngo|ong"
    r"|rights|droits|derechos|children|enfants?|niñ[ao]s?|ni[ñn]ez|save|unicef|secretaria\w*|secr[eé]tariat|union|alliance"
    r"|alianza|website|site|internet|email|correo|web|sitio|contact\w*|bureau|office|oficina|collecti\w*|colectivo)\b"
)


def personal_data(text: str, *, contacts: Iterable[str] = ()) -> tuple[str, ...]:
    """Addresses, telephone numbers, names with titles or roles, streets: by kind, in their order, each once."""
    found = [LABELLED_NUMBER.sub("", match[0].strip()) for pattern in PERSONAL for match in pattern.finditer(text)]
    names = [line for line in contacts if BARE_NAME.match(line) and not BODY.search(line)]
    once = list(dict.fromkeys([*found, *names]))[:MOST]
    return tuple(
        datum for datum in once if not any(datum != other and datum in other for other in once) and not is_body(datum)
    )


def is_body(datum: str) -> bool:
    return bool(BODY.search(datum)) and "@" not in datum and not any(letter.isdigit() for letter in datum)
