"""The words for the vocabulary of the rules."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from members.groups.rules import (
    Frequency,
    Joining,
    Participation,
    Reason,
    RequestState,
    Role,
    Visibility,
)

Label = str | Promise

VISIBILITY: dict[Visibility, Label] = {
    Visibility.OPEN: _("Everybody in the network can read it"),
    Visibility.LISTED: _("Everybody in the network can see it; content is for the group"),
    Visibility.HIDDEN: _("Only the group knows that it exists"),
}
JOINING: dict[Joining, Label] = {
    Joining.OPEN: _("Open to all members"),
    Joining.REQUEST: _("Ask the co-chairs to join"),
    Joining.INVITATION: _("The co-chairs invite"),
}
PARTICIPATION: dict[Participation, Label] = {
    Participation.EVERYBODY: _("Every member starts discussions and replies"),
    Participation.REPLIES: _("Co-chairs start discussions, members reply"),
    Participation.CO_CHAIRS: _("Co-chairs write, members read"),
}
ROLE: dict[Role, Label] = {
    Role.MEMBER: _("member"),
    Role.CO_CHAIR: _("co-chair"),
    Role.OBSERVER: _("observer"),
}
FREQUENCY: dict[Frequency, Label] = {
    Frequency.EVERY_REPLY: _("Each post and each document at once"),
    Frequency.DAILY: _("Once a day, if there is something"),
    Frequency.WHEN_NAMED: _("Only when somebody names me"),
    Frequency.NEVER: _("No mail from this group"),
}
REQUEST_STATE: dict[RequestState, Label] = {
    RequestState.OPEN: _("waits for an answer"),
    RequestState.ACCEPTED: _("accepted"),
    RequestState.DECLINED: _("declined"),
    RequestState.WITHDRAWN: _("withdrawn"),
}
REASON: dict[Reason, Label] = {
    Reason.CO_CHAIR: _("You are one of its co-chairs."),
    Reason.MEMBER: _("You are a member of the group."),
    Reason.OBSERVER: _("You are an observer in the group."),
    Reason.SECRETARIAT: _("You work in the secretariat, which looks after every group."),
    Reason.OPEN_TO_NETWORK: _("The group is open: everybody who acts for a member organisation can read it."),
    Reason.LISTED_TO_NETWORK: _(
        "The group is listed: everybody who acts for a member organisation can see what it is for and who leads it. "
        "What is written in it is for the group."
    ),
}


def choices(labels: Mapping[Any, Label]) -> list[tuple[str, Label]]:
    return [(word.value, label) for word, label in labels.items()]
