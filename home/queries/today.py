"""The members' dashboard, in a constant number of queries."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from home.queries.choosing import chosen
from home.queries.done import Done, done_since
from home.queries.needs import Need, needs
from home.rules import Greeting, greeting, monday
from members.accounts.models import User
from members.bulletin.models import Issue
from members.bulletin.queries import latest_issues
from members.groups.models import Group, GroupMeeting
from members.groups.queries import groups_seen, meetings_of, topics_unread
from members.organisations.models import Contact, Invoice, Organisation
from members.organisations.queries import acting_of, standings
from members.organisations.rules import Right, Standing


@dataclass(frozen=True, kw_only=True)
class OwnGroup:
    """A group of mine: how many discussions have something new for me, and when it meets."""

    group: Group
    lively_at: datetime | None
    unread: int
    meeting: GroupMeeting | None


@dataclass(frozen=True, kw_only=True)
class OwnOrganisation:
    """Whom I act for, with its standing on the day; `speaks` when I may vote for it."""

    organisation: Organisation
    speaks: bool
    standing: Standing
    invoice: Invoice | None
    paid_on: date | None
    delegates: int

    @property
    def rights(self) -> list[Right]:
        return [right for right in (Right.VOTE, Right.PROPOSE, Right.STAND) if self.standing.may(right)]


@dataclass(frozen=True, kw_only=True)
class Today:
    greeting: Greeting
    needs: list[Need]
    groups: list[OwnGroup]
    issues: list[Issue]
    own: OwnOrganisation | None
    done: list[Done]


def today(user: User, *, now: datetime, acting_for: str = "") -> Today:
    """`acting_for` is the key of the organisation that the person chose in the header, if any."""
    on = now.date()
    return Today(
        greeting=greeting(now.astimezone(ZoneInfo(user.time_zone))),
        needs=needs(user, now=now),
        groups=own_groups(user, now=now),
        issues=latest_issues(user, on=on, count=1),
        own=own_organisation(user, on=on, key=acting_for),
        done=done_since(user, monday(now.astimezone(ZoneInfo(user.time_zone)))),
    )


def own_groups(user: User, *, now: datetime) -> list[OwnGroup]:
    """Those that the person belongs to, the liveliest first."""
    unread = Counter(topic.group_id for topic in topics_unread(user, on=now.date()))
    meetings = {meeting.group_id: meeting for meeting in reversed(meetings_of(user, now=now))}
    mine = [entry for entry in groups_seen(user, on=now.date()) if entry.role]
    return [
        OwnGroup(
            group=entry.group,
            lively_at=entry.lively_at,
            unread=unread[entry.group.pk],
            meeting=meetings.get(entry.group.pk),
        )
        for entry in mine
    ]


def own_organisation(user: User, *, on: date, key: str = "") -> OwnOrganisation | None:
    """The one that the person chose by its key; else the first that they speak for, or have another role in."""
    found = chosen(acting_of(user, on=on), key=key)
    if found is None:
        return None
    organisation = found.organisation
    invoices = Invoice.objects.filter(organisation=organisation, year__lte=on.year).order_by("-year")
    invoice = invoices.prefetch_related("payments").first()
    paid = [payment.paid_on for payment in invoice.payments.all()] if invoice else []
    return OwnOrganisation(
        organisation=organisation,
        speaks=found.speaks,
        standing=standings([organisation], on=on)[organisation.pk],
        invoice=invoice,
        paid_on=max(paid, default=None),
        delegates=Contact.objects.on(on).delegates().filter(organisation=organisation).count(),
    )
