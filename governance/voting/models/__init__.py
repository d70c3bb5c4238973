from governance.voting.models.ballots import Ballot, Instruction, Option, RecordedVote, Result
from governance.voting.models.electorates import Draw, Electorate, Mandate, Series, Slot, Teller

__all__ = [
    "Ballot",
    "Draw",
    "Electorate",
    "Instruction",
    "Mandate",
    "Option",
    "RecordedVote",
    "Result",
    "Series",
    "Slot",
    "Teller",
]
