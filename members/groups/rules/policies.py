"""Who may see, join, write and lead in a working group, and why. Plain values in, plain values out."""

from dataclasses import dataclass
from enum import StrEnum


class Visibility(StrEnum):
    """What people of the network who are not in the group may see of it."""

    OPEN = "open"  # the group and what is written in it
    LISTED = "listed"  # that it exists, what it is for and who leads it
    HIDDEN = "hidden"  # nothing


class Joining(StrEnum):
    """How a person of the network comes in."""

    OPEN = "open"
    REQUEST = "request"
    INVITATION = "invitation"


class Participation(StrEnum):
    """Who in the group may write."""

    EVERYBODY = "everybody"
    REPLIES = "replies"  # co-chairs start discussions, members reply
    CO_CHAIRS = "co_chairs"


class Role(StrEnum):
    MEMBER = "member"
    CO_CHAIR = "co_chair"
    OBSERVER = "observer"


class RequestState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Standpoint(StrEnum):
    """From where somebody who is not in the group looks at it."""

    OUTSIDE = "outside"  # no member organisation: a stranger
    NETWORK = "network"  # acts for a member or observer organisation
    SECRETARIAT = "secretariat"


class Reason(StrEnum):
    """Why a person can see a group. The words for each are in `models.labels`."""

    CO_CHAIR = "co_chair"
    MEMBER = "member"
    OBSERVER = "observer"
    SECRETARIAT = "secretariat"
    OPEN_TO_NETWORK = "open_to_network"
    LISTED_TO_NETWORK = "listed_to_network"


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who a person is to one group on one day: their role in it (None: not in it), and from where they look."""

    role: Role | None
    standpoint: Standpoint


@dataclass(frozen=True, kw_only=True)
class Policies:
    visibility: Visibility
    joining: Joining
    participation: Participation


def reason_to_see(reader: Reader, policies: Policies) -> Reason | None:
    """The first that holds, the strongest first; None: this person must not learn that the group exists."""
    if reader.role is not None:
        return Reason(reader.role.value)
    if reader.standpoint is Standpoint.SECRETARIAT:
        return Reason.SECRETARIAT
    if reader.standpoint is Standpoint.OUTSIDE or policies.visibility is Visibility.HIDDEN:
        return None
    return Reason.OPEN_TO_NETWORK if policies.visibility is Visibility.OPEN else Reason.LISTED_TO_NETWORK


def may_see(reader: Reader, policies: Policies) -> bool:
    """That the group exists, its purpose and its co-chairs."""
    return reason_to_see(reader, policies) is not None


def may_read(reader: Reader, policies: Policies) -> bool:
    """Discussions, documents, meetings, tasks and people of the group."""
    return reason_to_see(reader, policies) not in (None, Reason.LISTED_TO_NETWORK)


def may_start_discussion(reader: Reader, policies: Policies) -> bool:
    if reader.role is Role.CO_CHAIR:
        return True
    return reader.role is Role.MEMBER and policies.participation is Participation.EVERYBODY


def may_reply(reader: Reader, policies: Policies) -> bool:
    if reader.role is Role.CO_CHAIR:
        return True
    return reader.role is Role.MEMBER and policies.participation is not Participation.CO_CHAIRS


def may_lead(reader: Reader) -> bool:
    """Close discussions, answer requests to join, end memberships."""
    return reader.role is Role.CO_CHAIR


def may_plan(reader: Reader) -> bool:
    """Plan, change and cancel meetings: who leads the group, and the secretariat, which looks after every group."""
    return may_lead(reader) or reader.standpoint is Standpoint.SECRETARIAT


def may_join(reader: Reader, policies: Policies) -> bool:
    return _may_come_in(reader, policies) and policies.joining is Joining.OPEN


def may_ask_to_join(reader: Reader, policies: Policies) -> bool:
    return _may_come_in(reader, policies) and policies.joining is Joining.REQUEST


def _may_come_in(reader: Reader, policies: Policies) -> bool:
    return reader.role is None and reader.standpoint is Standpoint.NETWORK and may_see(reader, policies)
