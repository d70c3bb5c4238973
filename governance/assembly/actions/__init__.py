"""Everything that can happen in a meeting."""

from governance.assembly.actions.attending import give_proxy, leave, register, revoke_proxy
from governance.assembly.actions.life import close_assembly, convene, freeze_roll, minute, open_assembly, read_quorum
from governance.assembly.actions.refusals import AssemblyRefused
from governance.assembly.actions.voting import (
    Answer,
    cast,
    close_and_count,
    draw_papers,
    hand_in,
    put_to_the_vote,
    sign,
)

__all__ = [
    "Answer",
    "AssemblyRefused",
    "cast",
    "close_and_count",
    "close_assembly",
    "convene",
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
]
