"""What can happen to an issue: it is approved by a second person, goes back to draft, and is sent once."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from members.accounts.models import User
from members.bulletin.models import Issue
from members.bulletin.notices import renderings_of
from members.bulletin.queries import findings_of, readers_of
from members.bulletin.rules import IssueState
from members.delivery.actions import enqueue
from members.delivery.models import Dispatch
from members.delivery.rules import Stream


class IssueRefused(Exception):
    """The issue is not in a state in which this can be done, or not by this person."""


@transaction.atomic
def approve_issue(issue: Issue, *, by: User, now: datetime) -> None:
    """A second person has read it in every language and stands for it."""
    held = _held(issue)
    if held.state != IssueState.DRAFT:
        raise IssueRefused(_("Only a draft can be approved."))
    if held.author_id == by.pk:
        raise IssueRefused(_("You wrote this issue. Ask somebody else of the secretariat to approve it."))
    if held.changed_by_id == by.pk:
        raise IssueRefused(_("You changed this issue last. Ask somebody else of the secretariat to approve it."))
    _must_pass_the_checks(held, now=now)
    held.state = IssueState.APPROVED.value
    held.approved_by = by
    held.approved_at = now
    held.approved_sha256 = held.content.sha256
    held.save(update_fields=["state", "approved_by", "approved_at", "approved_sha256"])


@transaction.atomic
def return_to_draft(issue: Issue, *, by: User) -> None:
    """Somebody changes it: what changes after the approval needs a new one, by somebody else."""
    held = _held(issue)
    if held.state == IssueState.SENT:
        raise IssueRefused(_("This issue was sent. Write the next one, or a correction."))
    held.state = IssueState.DRAFT.value
    held.approved_by = None
    held.approved_at = None
    held.approved_sha256 = ""
    held.changed_by = by
    held.save(update_fields=["state", "approved_by", "approved_at", "approved_sha256", "changed_by"])


@transaction.atomic
def send_issue(issue: Issue, *, now: datetime) -> Dispatch:
    """Freeze what it says and who reads it; the worker sends. Pressed twice, it is one dispatch."""
    held = _held(issue)
    if held.dispatch is not None:
        return held.dispatch
    if held.state != IssueState.APPROVED:
        raise IssueRefused(_("A second person has to approve this issue before it is sent."))
    if held.content.sha256 != held.approved_sha256:
        raise IssueRefused(_("This issue changed after it was approved. Have it approved again."))
    _must_pass_the_checks(held, now=now)
    held.dispatch = _enqueued(held, now=now)
    held.state = IssueState.SENT.value
    held.sent_at = now
    held.save(update_fields=["dispatch", "state", "sent_at"])
    return held.dispatch


def _enqueued(issue: Issue, *, now: datetime) -> Dispatch:
    return enqueue(
        stream=Stream.BULLETIN,
        about=f"Bulletin {issue.number}",
        renderings=renderings_of(issue),
        recipients=readers_of(issue, on=now.date()),
        now=now,
        corrects=issue.corrects.dispatch if issue.corrects else None,
    )


def _must_pass_the_checks(issue: Issue, *, now: datetime) -> None:
    if not all(finding.is_met for finding in findings_of(issue, on=now.date())):
        raise IssueRefused(_("The check list below is not complete yet. Nothing was sent."))


def _held(issue: Issue) -> Issue:
    """Locked until the transaction ends: whoever presses at the same time waits and then finds it done.

    Nothing is joined: PostgreSQL reads the locked row anew after the wait, and what is joined as it was before.
    """
    return Issue.objects.select_for_update().get(pk=issue.pk)
