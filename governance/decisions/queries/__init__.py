"""Questions about decisions."""

from governance.decisions.queries.dossiers import Dossier, dossier, follow_up_to_finish
from governance.decisions.queries.needs import (
    decisions_awaiting,
    due_to_remind,
    due_to_settle,
    is_to_be_reminded_of,
)
from governance.decisions.queries.people import people_asked, people_awaited, people_concerned, people_voting, seats
from governance.decisions.queries.register import (
    Figures,
    Line,
    bodies_of,
    body_to_propose_in,
    drafts,
    figures,
    line,
    register,
    years,
)

__all__ = [
    "Dossier",
    "Figures",
    "Line",
    "bodies_of",
    "body_to_propose_in",
    "decisions_awaiting",
    "dossier",
    "drafts",
    "due_to_remind",
    "due_to_settle",
    "figures",
    "follow_up_to_finish",
    "is_to_be_reminded_of",
    "line",
    "people_asked",
    "people_awaited",
    "people_concerned",
    "people_voting",
    "register",
    "seats",
    "years",
]
