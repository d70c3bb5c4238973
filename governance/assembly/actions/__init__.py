"""Everything that can happen in a meeting."""

from governance.assembly.actions.agenda import add_paper, delete_draft, move_item, remove_item, remove_paper, write_item
from governance.assembly.actions.attending import leave, register
from governance.assembly.actions.business import (
    consent,
    remove_candidacy,
    remove_election,
    remove_motion,
    write_candidacy,
    write_election,
    write_motion,
)
from governance.assembly.actions.delegations import appoint, dismiss
from governance.assembly.actions.drafting import draft
from governance.assembly.actions.life import close_assembly, convene, freeze_roll, open_assembly, read_quorum
from governance.assembly.actions.minutes import make_final, minute
from governance.assembly.actions.objecting import (
    answer_challenge,
    answer_minutes_objection,
    answer_roll_objection,
    challenge,
    object_to_minutes,
    object_to_roll,
)
from governance.assembly.actions.proxies import give_proxy, revoke_proxy, why_no_proxy
from governance.assembly.actions.refusals import AssemblyRefused, missing_sentences
from governance.assembly.actions.tellers import appoint_teller, dismiss_teller
from governance.assembly.actions.voting import (
    Answer,
    VotedMeanwhile,
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
    "VotedMeanwhile",
    "add_paper",
    "answer_challenge",
    "answer_minutes_objection",
    "answer_roll_objection",
    "appoint",
    "appoint_teller",
    "cast",
    "challenge",
    "close_and_count",
    "close_assembly",
    "consent",
    "convene",
    "delete_draft",
    "dismiss",
    "dismiss_teller",
    "draft",
    "draw_papers",
    "freeze_roll",
    "give_proxy",
    "hand_in",
    "leave",
    "make_final",
    "minute",
    "missing_sentences",
    "move_item",
    "object_to_minutes",
    "object_to_roll",
    "open_assembly",
    "put_to_the_vote",
    "read_quorum",
    "register",
    "remove_candidacy",
    "remove_election",
    "remove_item",
    "remove_motion",
    "remove_paper",
    "revoke_proxy",
    "sign",
    "why_no_proxy",
    "withdraw",
    "write_candidacy",
    "write_election",
    "write_item",
    "write_motion",
]
