from governance.assembly.models.assemblies import AgendaItem, Assembly, Minutes, Notice, Paper, QuorumReading
from governance.assembly.models.business import Candidacy, Election, Motion, Seat
from governance.assembly.models.objections import Challenge, MinutesObjection, Objection, RollCorrection, RollObjection
from governance.assembly.models.roll import Delegation, Presence, Proxy, RollEntry

__all__ = [
    "AgendaItem",
    "Assembly",
    "Candidacy",
    "Challenge",
    "Delegation",
    "Election",
    "Minutes",
    "MinutesObjection",
    "Motion",
    "Notice",
    "Objection",
    "Paper",
    "Presence",
    "Proxy",
    "QuorumReading",
    "RollCorrection",
    "RollEntry",
    "RollObjection",
    "Seat",
]
