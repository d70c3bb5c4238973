"""When a study took place: "2011 – en cours", "March to June 2012", "desde mayo de 2011"."""

import re
from dataclasses import dataclass
from datetime import date

from cms.case_studies.headings import folded
from cms.case_studies.values import Timeline

MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "janv fevr mars avr mai juin juil aout sept oct nov dec",
        "ene feb mar abr may jun jul ago set oct nov dic",
        "ene febr mzo abr mayo junio julio agto setiembre oct nov dic",
    )
    for number, name in enumerate(names.split(), start=1)
}
# It goes on still; and words that say so only when no end is given.
STILL = (
    r"(?:toujours )?en cours(?: de realisation)?|a ce jour|(?:a |jusqu'a )?aujourd'hui|(?:a |jusqu'a )?nos jours"
    r"|jusqu'a (?:present|maintenant)|a present|ongoing|on-going|in progress|(?:the )?present(?: day)?|to date"
    r"|up to now|until now|today|now|continuing|continues|continuous|current(?:ly)?"
    r"|(?:aun )?en curso|en marcha|en proceso|continua|(?:la )?actualidad|hasta (?:la fecha|hoy|ahora)|a la fecha"
    r"|onwards?|en adelante|(?:et )?se poursuit|la fecha|hoy(?: en dia)?|(?:el )?presente|permanente?|permanent"
)
SINCE = r"depuis|since|desde|a partir d[eu']|a partir del|as of|starting(?: in)?|beginning(?: in)?|from"
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<slash>\b\d{{1,2}}[/.]\d{{1,2}}[/.]{YEAR}\b)"
    rf"|(?P<numbers>\b(?:0?[1-9]|1[0-2])[/.]{YEAR}\b|\b{YEAR}-(?:0[1-9]|1[0-2])\b(?!-\d))"
    rf"|(?:(?P<day>\b\d{{1,2}})(?:er|st|nd|rd|th|\.|o|º)?\s+(?:de\s+|of\s+)?)?(?P<month>\b(?:{MONTH})\b)\.?"
    rf"(?:\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b(?=\s*(?:,|-|–|to|and|{YEAR})))?"
    rf"(?:,?\s+(?:de\s+|del\s+|of\s+)?(?P<month_year>{YEAR})\b)?"
    rf"|(?P<year>\b{YEAR}\b))"
)
# "2011-12" and "2011/12" are two years, not a month, where no month is written so elsewhere.
SHORT_YEARS = re.compile(rf"\b(19|20)(\d\d)\s*[-–/]\s*(\d\d)\b(?![-–/\d]|\.\d|\s+(?:de\s+)?(?:{MONTH})\b)")
# "2011 –" and nothing behind it.
OPEN = re.compile(r"\d\s*–\s*$")
# "24-26 May 2012", "du 3 au 5 mars": the first day has no month of its own.
DAYS = re.compile(
    rf"\b(\d{{1,2}})(?:er|st|nd|rd|th)?\s*(?:-|–|—|to|and|au|et|al|y|a)\s*(\d{{1,2}})(?:er|st|nd|rd|th)?"
    rf"\s+(?:de\s+)?({MONTH})\b"
)
DAYS_AFTER = re.compile(rf"\b({MONTH})\s+(\d{{1,2}})\s*(?:-|–|—|to)\s*(\d{{1,2}})(?=,?\s+{YEAR})")
CONNECTIVES = re.compile(
    r"\b(?:from|to|until|till|through|and|between|the|of|de|du|del|des|a|al|au|aux|jusqu'a|jusqu'en|jusqu'au|et|entre|y"
    r"|hasta|en|in|la|el|le|l|mois|mes|month|annee|ano|year|years|annees|anos|still|started|began|debut|inicio)\b"
)
DASHES = str.maketrans(dict.fromkeys("‐‑‒—―−", "–"))


@dataclass(frozen=True, kw_only=True)
class Dated:
    year: str
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year}{month}-{self.day:02}" if self.day else f"{self.year}{month}"

    @property
    def exists(self) -> bool:
        try:
            date(int(self.year), self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True


def read_timeline(text: str) -> tuple[Timeline, bool]:
    """The timeline, and whether every word of the text went into it."""
    plain = prepared(text)
    found = dates(plain)
    rest = DATE.sub(" ", plain)
    still = re.search(rf"\b(?:{STILL})\b", rest) or OPEN.search(text.translate(DASHES).replace("-", "–"))
    since = re.search(rf"\b(?:{SINCE})\b", rest)
    leftover = CONNECTIVES.sub(" ", re.sub(rf"\b(?:{STILL}|{SINCE})\b", " ", rest))
    whole = not re.search(r"\w", leftover) and all(dated.exists for dated in found)
    if len(found) > 2 or not all(dated.exists for dated in found):
        return Timeline(), False
    if not found:
        return Timeline(ongoing=bool(still) and whole), bool(still) and whole
    return span(found, ongoing=ongoing_in(found, still=bool(still), since=bool(since)), whole=whole)


def prepared(text: str) -> str:
    plain = folded(text.translate(DASHES).rstrip(" –-:"))
    plain = (
        plain if re.search(r"\d{4}-\d{2}\s*(?:–|to|au|al|a)\s*\d{4}-\d{2}", plain) else SHORT_YEARS.sub(short, plain)
    )
    return DAYS_AFTER.sub(r"\2 \1 - \3 \1", DAYS.sub(r"\1 \3 - \2 \3", plain))


def short(match: re.Match[str]) -> str:
    """Two years, when the second is later: "2011-12"; "2011-05" is a month."""
    century, first, second = match.groups()
    return f"{century}{first} - {century}{second}" if int(second) > int(first) else match[0]


def ongoing_in(found: list[Dated], *, still: bool, since: bool) -> bool:
    """ "desde 2011" is still going on; "desde 2011 hasta 2013" is not."""
    return still or (since and len(found) == 1)


def span(found: list[Dated], *, ongoing: bool, whole: bool) -> tuple[Timeline, bool]:
    begins, ends = found[0].iso(), found[-1].iso()
    if ends < begins[: len(ends)] or begins[: len(ends)] > ends:
        return Timeline(), False
    if ongoing:
        return Timeline(begins=begins, ongoing=True), whole and len(found) == 1
    # A single date without "ongoing" is a study that began and ended then.
    return Timeline(begins=begins, ends=ends), whole


def dates(plain: str) -> list[Dated]:
    """In order; a month without a year takes the year of the date after it ("March to June 2012")."""
    made: list[Dated] = []
    year = ""
    for match in reversed(list(DATE.finditer(plain))):
        dated = one_date(match, year=year)
        if dated.year:
            year = dated.year
            made.insert(0, dated)
    return made


def one_date(match: re.Match[str], *, year: str) -> Dated:
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        return Dated(year=year, month=int(month), day=int(day))
    if match["slash"]:
        day, month, year = re.split(r"[/.]", match["slash"])
        return Dated(year=year, month=int(month), day=int(day))
    if match["numbers"]:
        first, second = re.split(r"[-/.]", match["numbers"])
        year, month = (first, second) if len(first) == 4 else (second, first)
        return Dated(year=year, month=int(month))
    if match["month"]:
        day = match["day"] or match["day_after"] or "0"
        return Dated(year=match["month_year"] or year, month=MONTHS[match["month"]], day=int(day))
    return Dated(year=match["year"])
