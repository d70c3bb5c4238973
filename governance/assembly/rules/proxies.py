"""Whether a proxy may be given (statutes, "proxies"). Plain values in, the obstacle or nothing out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Obstacle(StrEnum):
    """Why a proxy cannot be given."""

    NOT_RUNNING = "not_running"
    TOO_LATE = "too_late"
    ONESELF = "oneself"
    GIVER_MAY_NOT_VOTE = "giver_may_not_vote"
    HOLDER_MAY_NOT_VOTE = "holder_may_not_vote"
    STANDING_ONE = "standing_one"
    GIVER_IS_PRESENT = "giver_is_present"
    GIVER_HOLDS = "giver_holds"
    HOLDER_GAVE = "holder_gave"
    CAP = "cap"


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is known when somebody gives a proxy. `held` counts the proxies that the holder has already."""

    roll_is_frozen: bool
    giver_is_holder: bool
    giver_may_vote: bool
    holder_may_vote: bool
    giver_gave_one: bool
    giver_is_present: bool
    holder_gave_one: bool
    giver_holds: int
    held: int
    cap: int


def deadline(closes_at: datetime, *, hours: int) -> datetime:
    """The last moment at which a proxy may be given."""
    return closes_at - timedelta(hours=hours)


def obstacle(request: Request, *, now: datetime, until: datetime) -> Obstacle | None:
    """The first reason why not; None when the proxy may be given."""
    checks = (
        (not request.roll_is_frozen, Obstacle.NOT_RUNNING),
        (now > until, Obstacle.TOO_LATE),
        (request.giver_is_holder, Obstacle.ONESELF),
        (not request.giver_may_vote, Obstacle.GIVER_MAY_NOT_VOTE),
        (not request.holder_may_vote, Obstacle.HOLDER_MAY_NOT_VOTE),
        (request.giver_gave_one, Obstacle.STANDING_ONE),
        (request.giver_is_present, Obstacle.GIVER_IS_PRESENT),
        (request.giver_holds > 0, Obstacle.GIVER_HOLDS),
        (request.holder_gave_one, Obstacle.HOLDER_GAVE),
        (request.held >= request.cap, Obstacle.CAP),
    )
    return next((reason for stands, reason in checks if stands), None)
