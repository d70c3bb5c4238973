"""Short forms of the field, and what they stand for in each language of the site."""

from __future__ import annotations

from dataclasses import dataclass

from search.language.words import fold


@dataclass(frozen=True, kw_only=True)
class Acronym:
    """`short` in any language, folded; `names` by language; only `usual` ones are searched for unasked."""

    key: str
    short: tuple[str, ...]
    names: dict[str, str]
    usual: bool = True

    def name(self, language: str) -> tuple[str, str]:
        """The name and the language that it is in."""
        known = language if language in self.names else next(iter(self.names))
        return self.names[known], known


def acronym(key: str, short: str, *, en: str, fr: str, es: str) -> Acronym:
    return Acronym(key=key, short=tuple(short.split()), names={"en": en, "fr": fr, "es": es})


ACRONYMS = (
    acronym(
        "convention",
        "crc uncrc cde cide cdn",
        en="Convention on the Rights of the Child",
        fr="Convention relative aux droits de l’enfant",
        es="Convención sobre los Derechos del Niño",
    ),
    Acronym(
        key="committee",
        short=("crc", "cde", "cdn"),
        names={
            "en": "Committee on the Rights of the Child",
            "fr": "Comité des droits de l’enfant",
            "es": "Comité de los Derechos del Niño",
        },
        usual=False,
    ),
    acronym(
        "observations",
        "cos cobs",
        en="Concluding Observations",
        fr="Observations finales",
        es="Observaciones finales",
    ),
    acronym(
        "opic",
        "opic opcp opcpc",
        en="Optional Protocol on a communications procedure",
        fr="Protocole facultatif établissant une procédure de présentation de communications",
        es="Protocolo facultativo relativo a un procedimiento de comunicaciones",
    ),
    acronym(
        "opsc",
        "opsc",
        en="Optional Protocol on the sale of children, child prostitution and child pornography",
        fr="Protocole facultatif concernant la vente d’enfants, la prostitution des enfants et la pornographie",
        es="Protocolo facultativo relativo a la venta de niños, la prostitución infantil y la pornografía",
    ),
    acronym(
        "opac",
        "opac",
        en="Optional Protocol on the involvement of children in armed conflict",
        fr="Protocole facultatif concernant l’implication d’enfants dans les conflits armés",
        es="Protocolo facultativo relativo a la participación de niños en los conflictos armados",
    ),
    acronym(
        "nhri",
        "nhri nhris indh inddhh",
        en="National Human Rights Institution",
        fr="Institution nationale des droits de l’homme",
        es="Institución nacional de derechos humanos",
    ),
    acronym(
        "upr",
        "upr epu",
        en="Universal Periodic Review",
        fr="Examen périodique universel",
        es="Examen Periódico Universal",
    ),
    acronym(
        "fgm",
        "fgm mgf",
        en="Female genital mutilation",
        fr="Mutilations génitales féminines",
        es="Mutilación genital femenina",
    ),
    acronym(
        "ngo",
        "ngo ngos ong ongs",
        en="Non-governmental organisation",
        fr="Organisation non gouvernementale",
        es="Organización no gubernamental",
    ),
)


def meanings(word: str) -> list[Acronym]:
    """What the word, folded, may stand for."""
    return [item for item in ACRONYMS if word in item.short]


def spelled_out(words: list[str]) -> list[tuple[Acronym, str]]:
    """The acronyms whose name, in any language, stands side by side in `words` (folded), with the name."""
    text = f" {' '.join(words)} "
    return [
        (item, name)
        for item in ACRONYMS
        for name in item.names.values()
        if item.usual and f" {' '.join(folded(name))} " in text
    ]


def folded(name: str) -> list[str]:
    return fold(name.lower().replace("’", " ").replace("-", " ")).split()
