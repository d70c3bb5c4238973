"""By which words a study is found, as the API says them."""

from ninja import Schema
from pydantic import Field


class Word(Schema):
    """One value of a facet; the label is in the language of the page."""

    code: str
    label: str


class Facets(Schema):
    countries: list[Word]
    instruments: list[Word]
    articles: list[Word]
    themes: list[Word]
    child_groups: list[Word]
    stages: list[Word]
    action_kinds: list[Word]
    targets: list[Word]
    outcomes: list[Word]
    organisation_types: list[Word]
    child_participation: str = Field(description="The code of one degree: none, consulted, took_part, led.")
