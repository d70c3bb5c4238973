"""Pages of the register and of a decision."""

from governance.decisions.views.deciding import (
    answer,
    carried_out,
    interest,
    open_question,
    reading,
    recusal,
    withdrawal,
)
from governance.decisions.views.proposing import proposal
from governance.decisions.views.reading import detail, register, register_csv

__all__ = [
    "answer",
    "carried_out",
    "detail",
    "interest",
    "open_question",
    "proposal",
    "reading",
    "recusal",
    "register",
    "register_csv",
    "withdrawal",
]
