"""The register of decisions, and the bulletin."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from governance.decisions.models import Decision
from governance.decisions.rules import SHOWN_IN_SILENCE, TAKEN, Procedure
from members.bulletin.models import Issue, Section
from search.queries.documents.assemblies import together
from search.queries.documents.rooms import Line, Rows
from search.rules import audiences
from search.rules.documents import Document, Label, document_of
from search.rules.kinds import Source

# --- decisions


def decision_readers(decision: Decision) -> Iterator[str]:
    """What `Decision.objects.visible_to` says: the body and the secretariat all, members what was taken and what
    silence was asked about."""
    yield audiences.STAFF
    yield audiences.body(decision.body_id)
    by_silence = decision.procedure == Procedure.SILENCE and decision.state in SHOWN_IN_SILENCE
    if decision.state in TAKEN or (by_silence and decision.opened_at is not None):
        yield audiences.MEMBER


def decision_document(decision: Decision) -> Document:
    return document_of(
        Source.DECISION,
        decision.pk,
        title=decision.title.texts,
        texts=decision.text.texts,
        audience=decision_readers(decision),
        on=(decision.settled_at or decision.opened_at or decision.proposed_at).date(),
        labels=[Label(language=language, text=decision.register_number) for language in decision.title.texts],
    )


def decision_line(decision: Decision, document: Document) -> Line:
    return Line(
        document=document,
        address=reverse("decisions:detail", args=[decision.key]),
        at=decision.settled_at or decision.opened_at or decision.proposed_at,
        who=(decision.register_number, str(decision.body.name)),
        state=decision.get_state_display(),
    )


DECISIONS = Rows(
    source=Source.DECISION,
    rows=lambda: Decision.objects.select_related("body"),
    seen=lambda rows, user, on: rows.filter(pk__in=Decision.objects.visible_to(user, on=on)),
    document=decision_document,
    line=decision_line,
)

# --- the bulletin


def issues() -> QuerySet[Issue]:
    return Issue.objects.sent().prefetch_related(Prefetch("sections", Section.objects.order_by("sort_order")))


def issue_document(issue: Issue) -> Document:
    news = [text for section in issue.sections.all() for text in (section.title, section.text)]
    return document_of(
        Source.BULLETIN,
        issue.pk,
        title=issue.title.texts,
        texts=together([issue.lead, *news]),
        audience=[audiences.ANYONE] if issue.is_public else [audiences.STAFF, audiences.MEMBER],
        on=issue.dated_on,
    )


def issue_line(issue: Issue, document: Document) -> Line:
    return Line(
        document=document,
        address=reverse("bulletin:issue", args=[issue.number]),
        at=issue.dated_on,
        who=(f"{Issue._meta.get_field('number').verbose_name} {issue.number}",),
    )


ISSUES = Rows(
    source=Source.BULLETIN,
    rows=issues,
    seen=lambda rows, user, on: rows.filter(pk__in=Issue.objects.visible_to(user, on=on)),
    document=issue_document,
    line=issue_line,
)
