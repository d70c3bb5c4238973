"""The members of the Kite network and their people, as rows of two tables. Every name is made up."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cms.languages import TranslatedText, translated

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, kw_only=True)
class MemberRow:
    """`years_unpaid`: how many of the last yearly invoices are open."""

    slug: str
    name: str
    country: str
    kind: str
    since: int
    expertise: TranslatedText
    observer: bool
    hidden: bool
    years_unpaid: int


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """`roles`: pairs of an organisation's slug and the role there."""

    key: str
    name: str
    language: str
    time_zone: str
    roles: tuple[tuple[str, str], ...]
    staff: bool


def table(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def organisations() -> list[MemberRow]:
    return [
        MemberRow(
            slug=row["slug"],
            name=row["name"],
            country=row["country"],
            kind=row["kind"],
            since=int(row["since"]),
            expertise=translated(en=row["expertise_en"], fr=row["expertise_fr"], es=row["expertise_es"]),
            observer=bool(row["observer"]),
            hidden=bool(row["hidden"]),
            years_unpaid=int(row["years_unpaid"]),
        )
        for row in table("organisations.csv")
    ]


def people() -> list[PersonRow]:
    return [
        PersonRow(
            key=row["key"],
            name=row["name"],
            language=row["language"],
            time_zone=row["time_zone"],
            roles=tuple((slug, role) for slug, _colon, role in (pair.partition(":") for pair in row["roles"].split())),
            staff=bool(row["staff"]),
        )
        for row in table("people.csv")
    ]
