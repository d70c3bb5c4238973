"""What waits for the secretariat: one question to each app, asked only for those who may answer it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Count, F, Q, QuerySet, Sum, Value
from django.urls import reverse

from cms.case_studies.libraries import libraries_for
from cms.languages import TranslatedText
from cms.models import PlenaryImage
from cms.models.imported import ImportedPaper
from cms.queries import public_uses
from governance.assembly.models import Assembly
from governance.assembly.rules.words import State, Verdict
from governance.decisions.models import Decision
from members.accounts.models import User
from members.bulletin.models import Issue
from members.bulletin.rules import IssueState
from members.delivery.models import Tally
from members.delivery.rules.states import DeliveryState
from members.organisations.models import Invoice


class Matter(StrEnum):
    """What it is about; the words are in `home.admin`."""

    ASSEMBLY = "assembly"
    OBJECTIONS = "objections"
    DECISIONS_LATE = "decisions_late"
    INVOICES_LATE = "invoices_late"
    PICTURES = "pictures"
    ISSUE_DRAFT = "issue_draft"
    ISSUE_APPROVED = "issue_approved"
    PAPERS = "papers"
    MAILS_IN_DOUBT = "mails_in_doubt"


# These are late already, or somebody outside waits for an answer.
PRESSING = {Matter.OBJECTIONS, Matter.DECISIONS_LATE, Matter.INVOICES_LATE, Matter.PICTURES, Matter.MAILS_IN_DOUBT}


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One line: how many, of what where it is a single thing, and the screen on which something is done about it."""

    matter: Matter
    url: str
    n: int = 1
    subject: TranslatedText | None = None
    assembly: Assembly | None = None

    @property
    def is_pressing(self) -> bool:
        return self.matter in PRESSING


# Where the secretariat answers which objections, by the names of their screens and of their relations.
SCREENS = {"roll": ("rollobjections",), "objections": ("minutesobjections", "challenges")}

Question = Callable[[datetime], list[Waiting]]
May = Callable[[User], bool]


def waiting_for(user: User, *, now: datetime) -> list[Waiting]:
    """What members and readers wait for first. A handful of queries, however much there is."""
    return [one for may, asked in QUESTIONS if may(user) for one in asked(now)]


def holding(permission: str) -> May:
    return lambda user: user.has_perm(permission)


def may_import(user: User) -> bool:
    return bool(libraries_for(user))


def assemblies(now: datetime) -> list[Waiting]:
    """Every one that is not over, and what was objected to and not answered yet."""
    found: list[Waiting] = []
    for assembly in _with_objections(Assembly.objects.exclude(state=State.FINAL)).order_by("opens_at"):
        desk = reverse("assembly_desk:desk", args=[assembly.pk])
        found.append(Waiting(matter=Matter.ASSEMBLY, url=desk, subject=assembly.title, assembly=assembly))
        for screen in SCREENS:
            url = reverse(f"assembly_desk:{screen}", args=[assembly.pk])
            found += _some(Matter.OBJECTIONS, getattr(assembly, f"on_{screen}"), url, subject=assembly.title)
    return found


def _with_objections(found: QuerySet[Assembly]) -> QuerySet[Assembly]:
    """Each with the sum of what is not answered on each screen, as `on_roll` and `on_objections`."""

    def pending(relation: str) -> Count:
        return Count(relation, filter=Q((f"{relation}__verdict", Verdict.PENDING)), distinct=True)

    sums = {f"on_{screen}": sum(map(pending, objections), Value(0)) for screen, objections in SCREENS.items()}
    return found.annotate(**sums)


def decisions(now: datetime) -> list[Waiting]:
    late = Decision.objects.late(now.date()).count()
    return _some(Matter.DECISIONS_LATE, late, reverse("decisions:register") + "?show=late")


def invoices(now: datetime) -> list[Waiting]:
    late = Invoice.objects.open_on(now.date()).filter(due_on__lt=now.date()).count()
    return _some(Matter.INVOICES_LATE, late, reverse("invoice:index"))


def pictures(now: datetime) -> list[Waiting]:
    """Those in whose place a page shows a placeholder: the worker withholds what lost its consent at once."""
    withheld = list(PlenaryImage.objects.filter(withheld_at__isnull=False))
    shown = [image for image, uses in public_uses(withheld).items() if uses] if withheld else []
    return _some(Matter.PICTURES, len(shown), reverse("consent:index"))


def issues(now: datetime) -> list[Waiting]:
    of_state = {IssueState.DRAFT: Matter.ISSUE_DRAFT, IssueState.APPROVED: Matter.ISSUE_APPROVED}
    return [
        Waiting(
            matter=of_state[IssueState(issue.state)],
            n=issue.number,
            url=reverse("issue:desk", args=[issue.pk]),
            subject=issue.title,
        )
        for issue in Issue.objects.filter(state__in=of_state).order_by("number")
    ]


def papers(now: datetime) -> list[Waiting]:
    read_since = Q(saved_at=None) | Q(saved_at__lt=F("brought_at"))
    held = ImportedPaper.objects.filter(read_since).exclude(study={}).count()
    return _some(Matter.PAPERS, held, reverse("imports:index"))


def mails(now: datetime) -> list[Waiting]:
    doubtful = Tally.objects.filter(state=DeliveryState.UNCERTAIN).aggregate(sum=Sum("n"))["sum"] or 0
    return _some(Matter.MAILS_IN_DOUBT, doubtful, reverse("dispatch:index"))


def _some(matter: Matter, n: int, url: str, *, subject: TranslatedText | None = None) -> list[Waiting]:
    return [Waiting(matter=matter, n=n, url=url, subject=subject)] if n else []


QUESTIONS: tuple[tuple[May, Question], ...] = (
    (holding("assembly.change_assembly"), assemblies),
    (holding("decisions.change_decision"), decisions),
    (holding("organisations.add_payment"), invoices),
    (holding("cms.change_imageconsent"), pictures),
    (may_import, papers),
    (holding("bulletin.change_issue"), issues),
    (holding("delivery.change_dispatch"), mails),
)
