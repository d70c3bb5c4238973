"""What the search API is asked, and what it answers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from ninja import Schema
from pydantic import Field

from cms.api.schemas import CaseStudyListed
from search.rules.questions import MOST_HITS, Sort

LANGUAGE = f"^({'|'.join(code for code, _name in settings.LANGUAGES)})$"
VALUES: Any = Field([], max_length=50, description="Values of this filter, as `facets` gives them; several find more.")


class Asked(Schema):
    """The fields of the search page's own address."""

    q: str = Field(
        "", max_length=5000, description='Words, "phrases", AND, NOT, a trailing *. Empty: all, newest first.'
    )
    language: list[str] = VALUES
    place: list[str] = VALUES
    stage: list[str] = VALUES
    article: list[str] = VALUES
    theme: list[str] = VALUES
    action: list[str] = VALUES
    instrument: list[str] = VALUES
    children: list[str] = VALUES
    target: list[str] = VALUES
    outcome: list[str] = VALUES
    organisation: list[str] = VALUES
    participation: list[str] = VALUES
    first_year: str = Field("", alias="from", pattern=r"^(\d{4})?$")
    last_year: str = Field("", alias="to", pattern=r"^(\d{4})?$")
    sort: Sort = Sort.RELEVANCE
    off: list[str] = Field(
        [], max_length=50, description="Keys of `expansions` not to search for; `spelling`: correct nothing."
    )
    also: list[str] = Field([], max_length=50, description="Keys of `expansions` to search for too.")
    reader: str = Field("en", pattern=LANGUAGE, description="The language of the question and of the labels.")
    page: int = Field(1, ge=1, le=MOST_HITS)
    limit: int = Field(20, ge=1, le=100, description="`page` times `limit` is 10,000 at most.")


class PieceOut(Schema):
    text: str
    is_marked: bool


class FoundOut(Schema):
    work: UUID = Field(description="The study in whichever language: the same for all its translations.")
    study: CaseStudyListed
    title: list[PieceOut]
    passage: list[PieceOut]


class ChoiceOut(Schema):
    value: str
    label: str
    count: int
    is_chosen: bool
    below: list[ChoiceOut]


class FacetOut(Schema):
    code: str
    name: str
    choices: list[ChoiceOut]


class ExpansionOut(Schema):
    key: str
    said: str
    meant: str
    language: str
    is_on: bool


class CorrectionOut(Schema):
    typed: str
    used: str


class Findings(Schema):
    items: list[FoundOut]
    total: int
    next: str | None = Field(description="The address of the next sheet; null on the last one.")
    facets: list[FacetOut] = Field(description="The counts of a filter ignore its own choice.")
    corrections: list[CorrectionOut]
    expansions: list[ExpansionOut]
    unknown: list[str] = Field(description="Words that no study has.")
    left_out: int = Field(description="How many words were too many: the 32 rarest are searched for.")


class CompletionOut(Schema):
    label: str
    language: str = Field(description="Empty for names.")
    kind: str = Field(description="title, credit, or the code of a filter.")
    value: str
    name: str = Field(description="What it is, for people.")
    href: str = Field(description="Where it leads on the site.")


class Completions(Schema):
    items: list[CompletionOut]


class Alike(Schema):
    items: list[CaseStudyListed]
