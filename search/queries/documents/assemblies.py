"""What belongs to an assembly: the meeting with its agenda, its papers, its motions, its minutes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.languages import TranslatedText
from governance.assembly.models import AgendaItem, Assembly, Minutes, Motion, Paper
from members.accounts.models import User
from search.queries.documents.rooms import Line, Rows
from search.rules import audiences
from search.rules.documents import Document, document_of
from search.rules.kinds import Source

M = TypeVar("M", bound=Model)


def readers(assembly: Assembly) -> tuple[str, ...]:
    """What `Assembly.objects.visible_to` says, of all that belongs to it."""
    return (audiences.STAFF,) if assembly.is_draft else (audiences.STAFF, audiences.MEMBER)


def of_visible(rows: QuerySet[M], user: User, on: date, *, way: str) -> QuerySet[M]:
    seen: dict[str, Any] = {f"{way}__in": Assembly.objects.visible_to(user, on=on)}
    return rows.filter(**seen)


def together(texts: Iterable[TranslatedText]) -> dict[str, str]:
    """By language, one text of them all."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        for language, said in text.texts.items():
            found[language].append(said)
    return {language: "\n".join(several) for language, several in found.items()}


# --- the meeting


def assemblies() -> QuerySet[Assembly]:
    agenda = AgendaItem.objects.order_by("number")
    return Assembly.objects.prefetch_related(Prefetch("agenda", agenda), "elections")


def assembly_document(assembly: Assembly) -> Document:
    items = [item.title for item in assembly.agenda.all()]
    elections = [election.title for election in assembly.elections.all()]
    return document_of(
        Source.ASSEMBLY,
        assembly.pk,
        title=assembly.title.texts,
        texts=together([assembly.place, *items, *elections]),
        audience=readers(assembly),
        on=assembly.opens_at.date(),
    )


def assembly_line(assembly: Assembly, document: Document) -> Line:
    return Line(
        document=document,
        address=reverse("assembly:detail", args=[assembly.slug]),
        at=assembly.opens_at,
        where=assembly.place,
        state=assembly.get_state_display(),
    )


ASSEMBLIES = Rows(
    source=Source.ASSEMBLY,
    rows=assemblies,
    seen=lambda rows, user, on: of_visible(rows, user, on, way="pk"),
    document=assembly_document,
    line=assembly_line,
)

# --- its papers


def paper_document(paper: Paper) -> Document:
    assembly = paper.item.assembly
    return document_of(
        Source.PAPER,
        paper.pk,
        title=paper.title.texts,
        texts={},
        audience=readers(assembly),
        on=(assembly.convened_at or assembly.opens_at).date(),
    )


def paper_line(paper: Paper, document: Document) -> Line:
    assembly = paper.item.assembly
    page = reverse("assembly:detail", args=[assembly.slug])
    file = reverse("assembly:paper", args=[assembly.slug, paper.item.number, paper.number])
    return Line(
        document=document,
        address=file if paper.file else page,
        at=assembly.convened_at,
        where=assembly.title,
    )


PAPERS = Rows(
    source=Source.PAPER,
    rows=lambda: Paper.objects.select_related("item__assembly"),
    seen=lambda rows, user, on: of_visible(rows, user, on, way="item__assembly"),
    document=paper_document,
    line=paper_line,
)

# --- its motions


def motion_document(motion: Motion) -> Document:
    """Not who moved it: that one may be at risk."""
    assembly = motion.assembly
    return document_of(
        Source.MOTION,
        motion.pk,
        title=motion.title.texts,
        texts=motion.text.texts,
        audience=readers(assembly),
        on=(assembly.convened_at or assembly.opens_at).date(),
    )


def motion_line(motion: Motion, document: Document) -> Line:
    assembly = motion.assembly
    opened = motion.ballot is not None and motion.ballot.opened_at is not None
    page = reverse("assembly:detail", args=[assembly.slug])
    return Line(
        document=document,
        address=reverse("assembly:results", args=[assembly.slug]) if opened and assembly.is_over else page,
        at=assembly.opens_at,
        where=assembly.title,
        state=_("Motion %(number)s") % {"number": motion.number},
    )


MOTIONS = Rows(
    source=Source.MOTION,
    rows=lambda: Motion.objects.select_related("assembly", "ballot"),
    seen=lambda rows, user, on: of_visible(rows, user, on, way="assembly"),
    document=motion_document,
    line=motion_line,
)

# --- its minutes


def minutes_document(minutes: Minutes) -> Document:
    return document_of(
        Source.MINUTES,
        minutes.pk,
        title=minutes.assembly.title.texts,
        texts=minutes.text.texts,
        audience=readers(minutes.assembly),
        on=minutes.drafted_at.date(),
    )


def minutes_line(minutes: Minutes, document: Document) -> Line:
    return Line(
        document=document,
        address=reverse("assembly:detail", args=[minutes.assembly.slug]) + "#mi",
        at=minutes.adopted_at or minutes.drafted_at,
        state=_("Adopted") if minutes.adopted_at else _("Not adopted yet"),
    )


MINUTES = Rows(
    source=Source.MINUTES,
    rows=lambda: Minutes.objects.select_related("assembly"),
    seen=lambda rows, user, on: of_visible(rows, user, on, way="assembly"),
    document=minutes_document,
    line=minutes_line,
)
