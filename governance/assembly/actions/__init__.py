"""Everything that can happen in a meeting."""

from governance.assembly.actions.attending import leave, register
from governance.assembly.actions.drafting import draft
from governance.assembly.actions.life import close_assembly, convene, freeze_roll, minute, open_assembly, read_quorum
from governance.assembly.actions.proxies import give_proxy, revoke_proxy
from governance.assembly.actions.refusals import AssemblyRefused
from governance.assembly.actions.voting import (
    Answer,
    cast,
    close_and_count,
    draw_papers,
    hand_in,
    put_to_the_vote,
    sign,
    withdraw,
)

__all__ = [
    "Answer",
    "AssemblyRefused",
    "cast",
    "close_and_count",
    "close_assembly",
    "convene",
    "draft",
    "draw_papers",
    "freeze_roll",
    "give_proxy",
    "hand_in",
    "leave",
    "minute",
    "open_assembly",
    "put_to_the_vote",
    "read_quorum",
    "register",
    "revoke_proxy",
    "sign",
    "withdraw",
]
