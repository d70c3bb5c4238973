"""From pages to what the API says of them. A contact without consent is not in it, whatever asks."""

from functools import singledispatch
from typing import Any

from django.utils.translation import override
from wagtail.models import Page

from cms.api.blocks import stream_out
from cms.api.images import image_out
from cms.languages import TranslatedText
from cms.models import (
    CaseStudyPage,
    EventPage,
    ForChildren,
    FormField,
    FormPage,
    LandingPage,
    NewsPage,
    PublicationFile,
    PublicationPage,
    StandardPage,
)
from cms.models.words import TakenAs
from cms.queries import Words, facets_of, translations_of
from cms.queries.studies import citation, cited
from cms.rules.licences import licence_url


def document(page: Page) -> dict[str, Any]:
    """`page` is specific and came with its locale; what its pictures show is said in its language."""
    with override(page.locale.language_code):
        own = own_fields(page)
    return {
        **page_fields(page),
        **own,
        "translations": [link(other) for other in translations_of(page) if other.pk != page.pk],
        "parent": parent_of(page),
    }


def page_fields(page: Page) -> dict[str, Any]:
    return {
        "id": page.pk,
        "type": label_of(page),
        "title": page.title,
        "language": page.locale.language_code,
        "url": page.full_url or "",
        "description": page.search_description,
        "first_published_at": page.first_published_at,
        "last_published_at": page.last_published_at,
    }


def label_of(page: Page) -> str:
    return str(page.cached_content_type.model_class()._meta.label)


def link(page: Page) -> dict[str, Any]:
    return {
        "id": page.pk,
        "type": label_of(page),
        "title": page.title,
        "language": page.locale.language_code,
        "url": page.full_url or "",
    }


def parent_of(page: Page) -> dict[str, Any] | None:
    """The page above, unless that is the tree's own root."""
    above = page.get_parent()
    return link(above) if above is not None and above.depth > 1 and above.live else None


@singledispatch
def own_fields(page: Page) -> dict[str, Any]:
    """What a page has besides: the plain texts of a front page or an index."""
    return {name: getattr(page, name) for name in ("hero", "lede") if hasattr(page, name)}


@own_fields.register
def of_standard(page: StandardPage) -> dict[str, Any]:
    return {"lede": page.lede, "body": stream_out(page.body), "for_children": for_children(page)}


@own_fields.register
def of_landing(page: LandingPage) -> dict[str, Any]:
    return {"lede": page.lede, "body": stream_out(page.body), "for_children": for_children(page)}


@own_fields.register
def of_news(page: NewsPage) -> dict[str, Any]:
    body = {"body": stream_out(page.body), "for_children": for_children(page)}
    return {"dated_on": page.dated_on, "lede": page.lede, **body}


def for_children(page: ForChildren) -> dict[str, Any] | None:
    if not page.has_children_version:
        return None
    return {"title": page.children_title, "url": page.children_url, "body": stream_out(page.children_body)}


@own_fields.register
def of_publication(page: PublicationPage) -> dict[str, Any]:
    names = ("dated_on", "kind", "authors", "lede", "licence")
    return {
        **{name: getattr(page, name) for name in names},
        "cover": image_out(page.cover) if page.cover else None,
        "body": stream_out(page.body),
        "files": [file_out(file) for file in page.files.select_related("document").order_by("sort_order", "pk")],
    }


def file_out(file: PublicationFile) -> dict[str, Any]:
    document = file.document
    said = {"language": file.language, "note": file.note, "url": document.url, "filename": document.filename}
    return {**said, "bytes": document.get_file_size() or 0}


@own_fields.register
def of_form(page: FormPage) -> dict[str, Any]:
    said = {name: getattr(page, name) for name in ("lede", "thanks", "keep_days")}
    return {**said, "fields": [field_out(field) for field in page.form_fields.order_by("sort_order", "pk")]}


def field_out(field: FormField) -> dict[str, Any]:
    return {
        "name": field.clean_name,
        "label": field.label,
        "kind": field.field_type,
        "required": field.required,
        "choices": [choice.strip() for choice in field.choices.replace("\n", ",").split(",") if choice.strip()],
        "help": field.help_text,
    }


@own_fields.register
def of_event(page: EventPage) -> dict[str, Any]:
    names = ("starts_at", "ends_at", "place", "audience", "lede")
    return {**{name: getattr(page, name) for name in names}, "body": stream_out(page.body)}


@own_fields.register
def of_case_study(page: CaseStudyPage) -> dict[str, Any]:
    plain = ("summary", "objective", "result", "impact", "licence", "checked_on")
    streams = ("process", "figures", "challenges", "recommendations")
    return {
        **study_fields(page, words=facets_of([page.pk])[page.pk]),
        **{name: getattr(page, name) for name in plain},
        **{name: stream_out(getattr(page, name)) for name in streams},
        "contact": page.public_contacts or None,
        **taken_of(page),
    }


def taken_of(page: CaseStudyPage) -> dict[str, Any]:
    """How to cite it, and the files that it comes in."""
    said = cited(page)
    kinds = (*(kind.value for kind in TakenAs), "jsonld")
    return {
        "licence_url": licence_url(page.licence),
        "lasting_url": said.url,
        "citation": citation(said),
        "downloads": {kind: f"{page.full_url}study.{kind}" for kind in kinds},
    }


def study_fields(page: CaseStudyPage, *, words: Words) -> dict[str, Any]:
    language = page.locale.language_code
    return {
        "number": page.number,
        "organisation": page.organisation_name,
        "place": page.place,
        "timeline": {"begins": page.begins or None, "ends": page.ends or None, "ongoing": page.ongoing},
        "facets": {
            **{name: [word_out(w.code, w.label, language=language) for w in values] for name, values in words.items()},
            "child_participation": page.child_participation_id,
        },
    }


def word_out(code: str, label: TranslatedText, *, language: str) -> dict[str, str]:
    return {"code": code, "label": label.said(language).text}


def listed(page: CaseStudyPage, *, words: Words) -> dict[str, Any]:
    return {**page_fields(page), **study_fields(page, words=words), "summary": page.summary}
