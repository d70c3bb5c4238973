from governance.assembly.models.assemblies import AgendaItem, Assembly, Minutes, Notice, Paper, QuorumReading
from governance.assembly.models.business import Candidacy, Election, Motion, Seat
from governance.assembly.models.roll import Delegation, Presence, Proxy, RollEntry

__all__ = [
    "AgendaItem",
    "Assembly",
    "Candidacy",
    "Delegation",
    "Election",
    "Minutes",
    "Motion",
    "Notice",
    "Paper",
    "Presence",
    "Proxy",
    "QuorumReading",
    "RollEntry",
    "Seat",
]
