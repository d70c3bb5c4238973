"""When a study took place: "2011 – en cours", "March to June 2012", "desde mayo de 2011"."""

import re
from dataclasses import dataclass

from cms.case_studies.headings import folded
from cms.case_studies.values import Timeline

MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
}
ONGOING = (
    r"en cours|a ce jour|aujourd'hui|ongoing|on-going|present|to date|today|now|continuing"
    r"|en curso|actualidad|hasta la fecha|la fecha|hoy|presente|depuis|since|desde"
)
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = re.compile(
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?:de\s+)?)?(?P<month>\b(?:{MONTH})\b)\.?"
    rf"(?:,?\s+(?:de\s+|del\s+)?(?P<month_year>(?:19|20)\d\d))?"
    rf"|(?P<year>\b(?:19|20)\d\d\b))"
)
# "2011-12" and "2011/12" are two years, not a month.
SHORT_YEARS = re.compile(r"\b(19|20)(\d\d)\s*[-–/]\s*(\d\d)\b(?![-–/\d])")
CONNECTIVES = re.compile(
    r"\b(?:from|to|until|till|and|the|de|du|del|a|al|au|jusqu'a|jusqu'en|et|y|hasta|en|in|la|el|le)\b"
)


@dataclass(frozen=True, kw_only=True)
class Dated:
    year: str
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year}{month}-{self.day:02}" if self.day else f"{self.year}{month}"


def read_timeline(text: str) -> tuple[Timeline, bool]:
    """The timeline, and whether every word of the text went into it."""
    plain = SHORT_YEARS.sub(r"\1\2 - \1\3", folded(text))
    found = dates(plain)
    leftover = re.sub(ONGOING, " ", DATE.sub(" ", plain))
    whole = not re.search(r"\w", CONNECTIVES.sub(" ", leftover))
    if not found or len(found) > 2:
        return Timeline(), False
    # "desde 2011" is still going on; "desde 2011 hasta 2013" is not.
    ongoing = len(found) == 1 and bool(re.search(ONGOING, plain))
    ends = found[1].iso() if len(found) == 2 else ""
    begins = found[0].iso()
    if ends and ends < begins[: len(ends)]:
        return Timeline(), False
    return Timeline(begins=begins, ends=ends or once(begins, ongoing=ongoing), ongoing=ongoing), whole


def once(begins: str, *, ongoing: bool) -> str:
    """A single date without "ongoing" is a study that began and ended then."""
    return "" if ongoing else begins


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
    if match["month"]:
        return Dated(year=match["month_year"] or year, month=MONTHS[match["month"]], day=int(match["day"] or 0))
    return Dated(year=match["year"])
