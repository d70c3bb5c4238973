"""What a person chose in a recorded ballot and has not sent yet.

It waits in their session, so that no page on the way to a vote is the answer to a POST, and going back never asks to
send a form anew. Members read these votes once they are counted; of a secret ballot nothing is ever kept here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from django.http import HttpRequest

from governance.voting.models import Ballot

UNSENT = "unsent_votes"


@dataclass(frozen=True, kw_only=True)
class Unsent:
    """`answers`: the number of an option by the key of a mandate. `seen`: the last vote recorded before (0: none).

    `is_unfinished`: an answer is missing, and the person was not told so yet.
    """

    answers: dict[str, str]
    seen: int
    is_unfinished: bool


def unsent(request: HttpRequest, *, ballot: Ballot) -> Unsent | None:
    kept = request.session.get(UNSENT, {}).get(ballot.key)
    return Unsent(**kept) if kept else None


def keep(request: HttpRequest, *, ballot: Ballot, answers: Mapping[str, str], seen: int, is_unfinished: bool) -> None:
    _write(request, ballot, Unsent(answers=dict(answers), seen=seen, is_unfinished=is_unfinished))


def told(request: HttpRequest, *, ballot: Ballot, kept: Unsent) -> None:
    """That an answer is missing is said once, and not again to who comes back to the page."""
    if kept.is_unfinished:
        _write(request, ballot, replace(kept, is_unfinished=False))


def forget(request: HttpRequest, *, ballot: Ballot) -> None:
    kept = request.session.get(UNSENT, {})
    if kept.pop(ballot.key, None):
        request.session[UNSENT] = kept


def _write(request: HttpRequest, ballot: Ballot, kept: Unsent) -> None:
    request.session[UNSENT] = {**request.session.get(UNSENT, {}), ballot.key: asdict(kept)}
