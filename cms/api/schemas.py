"""What the delivery API answers: one schema for each page type, joined by `type`."""

from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, create_model

from cms.api.blocks import schema_of
from cms.api.facets import Facets
from cms.api.images import ImageOut
from cms.blocks import ChildrenBlock, FiguresBlock, LandingBlock, PassagesBlock, PhasesBlock, StoryBlock
from cms.models.words import Audience, PublicationKind

PartialDate = Annotated[
    str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="ISO 8601 to the precision that is known.")
]


class Link(Schema):
    """A page that this one points at."""

    id: int
    type: str
    url: str
    title: str
    language: str


class Timeline(Schema):
    begins: PartialDate | None
    ends: PartialDate | None
    ongoing: bool


class CaseStudyListed(Schema):
    id: int
    number: int | None
    title: str
    language: str
    url: str
    organisation: str
    place: str
    timeline: Timeline
    summary: str
    facets: Facets
    first_published_at: datetime | None
    last_published_at: datetime | None


class CaseStudyList(Schema):
    items: list[CaseStudyListed]
    total: int
    next: str | None = Field(description="The address of the next sheet; null on the last one.")


class PageOut(Schema):
    """What every page has."""

    id: int
    title: str
    language: str
    url: str
    description: str
    parent: Link | None
    translations: list[Link]
    first_published_at: datetime | None
    last_published_at: datetime | None


class HomeOut(PageOut):
    type: Literal["home.HomePage"]
    hero: str
    lede: str


class CaseStudyIndexOut(PageOut):
    type: Literal["cms.CaseStudyIndexPage"]
    lede: str


class NewsIndexOut(PageOut):
    type: Literal["cms.NewsIndexPage"]


class EventIndexOut(PageOut):
    type: Literal["cms.EventIndexPage"]


class PublicationIndexOut(PageOut):
    type: Literal["cms.PublicationIndexPage"]


class FormFieldOut(Schema):
    name: str
    label: str
    kind: str = Field(description="As Wagtail names it: singleline, multiline, email, dropdown…")
    required: bool
    choices: list[str]
    help: str


class FormOut(PageOut):
    """A form is answered on its own page: an answer is no part of the API."""

    type: Literal["cms.FormPage"]
    lede: str
    thanks: str
    keep_days: int
    fields: list[FormFieldOut]


class FileOut(Schema):
    language: str
    note: str
    url: str = Field(description="Leads to an address that soon ends.")
    filename: str
    bytes: int


def made(name: str, base: type[Schema], **fields: Any) -> type[Schema]:
    """A schema with fields that come from block definitions, which only exist at run time."""
    required: dict[str, Any] = {key: (kind, ...) for key, kind in fields.items()}
    schema: type[Schema] = create_model(name, __base__=base, **required)
    return schema


class CaseStudyFields(PageOut):
    type: Literal["cms.CaseStudyPage"]
    number: int | None
    organisation: str
    place: str
    timeline: Timeline
    facets: Facets
    summary: str
    objective: str
    result: str
    impact: str
    contact: str | None = Field(description="Null unless the person agreed to be named.")
    licence: str
    licence_url: str = Field(description="The deed at Creative Commons; empty for any other licence.")
    lasting_url: str = Field(description="Stays when the page is renamed or moved.")
    citation: str
    downloads: dict[str, str] = Field(description="Addresses by kind: pdf, bib, ris, json (CSL-JSON), jsonld.")
    checked_on: date | None


class NewsFields(PageOut):
    type: Literal["cms.NewsPage"]
    dated_on: date
    lede: str


class EventFields(PageOut):
    type: Literal["cms.EventPage"]
    starts_at: datetime
    ends_at: datetime | None
    place: str
    audience: Audience
    lede: str


class StandardFields(PageOut):
    type: Literal["cms.StandardPage"]
    lede: str


class LandingFields(PageOut):
    type: Literal["cms.LandingPage"]
    lede: str


class PublicationFields(PageOut):
    type: Literal["cms.PublicationPage"]
    dated_on: date
    kind: PublicationKind
    authors: str
    lede: str
    cover: ImageOut | None
    licence: str
    files: list[FileOut]


class ForChildrenOut(Schema):
    """The same in plain words; null where the page has no such version."""

    title: str
    url: str
    body: schema_of(ChildrenBlock)  # type: ignore[valid-type]  # made from the blocks at run time


CaseStudyOut = made(
    "CaseStudyOut",
    CaseStudyFields,
    process=schema_of(PhasesBlock),
    figures=schema_of(FiguresBlock),
    challenges=schema_of(PassagesBlock),
    recommendations=schema_of(PassagesBlock),
)
NewsOut = made("NewsOut", NewsFields, body=schema_of(StoryBlock), for_children=ForChildrenOut | None)
EventOut = made("EventOut", EventFields, body=schema_of(StoryBlock))
StandardOut = made("StandardOut", StandardFields, body=schema_of(StoryBlock), for_children=ForChildrenOut | None)
LandingOut = made("LandingOut", LandingFields, body=schema_of(LandingBlock), for_children=ForChildrenOut | None)
PublicationOut = made("PublicationOut", PublicationFields, body=schema_of(StoryBlock))

SCHEMAS = (
    HomeOut,
    CaseStudyIndexOut,
    CaseStudyOut,
    NewsIndexOut,
    NewsOut,
    EventIndexOut,
    EventOut,
    PublicationIndexOut,
    PublicationOut,
    StandardOut,
    LandingOut,
    FormOut,
)
AnyPage: Any = Annotated[reduce(or_, SCHEMAS), Field(discriminator="type")]


class Problem(Schema):
    """RFC 9457, served as application/problem+json."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[dict[str, Any]] = Field(default_factory=list)
