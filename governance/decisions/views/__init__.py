"""Pages of the register and of a decision."""

from governance.decisions.views.deciding import answer, open_question, reading, recusal, withdrawal
from governance.decisions.views.proposing import proposal
from governance.decisions.views.reading import detail, register, register_csv

__all__ = [
    "answer",
    "detail",
    "open_question",
    "proposal",
    "reading",
    "recusal",
    "register",
    "register_csv",
    "withdrawal",
]
