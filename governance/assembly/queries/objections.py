"""What members objected to after a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from governance.assembly.models import Assembly, Challenge, MinutesObjection
from governance.assembly.rules.steps import end_of
from governance.assembly.rules.words import State
from governance.statutes.rules import Parameter
from members.accounts.models import User
from members.organisations.models import Organisation


@dataclass(frozen=True, kw_only=True)
class Window:
    """Until when members may object, by which article."""

    until_at: datetime
    article: str


def objections_to_minutes(assembly: Assembly) -> list[MinutesObjection]:
    return list(assembly.minutesobjections.select_related("organisation").order_by("raised_at", "pk"))


def challenges_to(assembly: Assembly) -> list[Challenge]:
    return list(assembly.challenges.select_related("organisation", "ballot").order_by("raised_at", "pk"))


def readable_objections(assembly: Assembly, *, user: User) -> list[MinutesObjection]:
    """Those whose organisation this person may read the name of."""
    seen = Organisation.objects.visible_to(user)
    found = assembly.minutesobjections.filter(organisation__in=seen)
    return list(found.select_related("organisation").order_by("raised_at", "pk"))


def open_window(assembly: Assembly, *, parameter: Parameter, now: datetime) -> Window | None:
    """None before the minutes are there, and once it is over."""
    minutes = getattr(assembly, "minutes", None)
    if minutes is None or assembly.state != State.MINUTED:
        return None
    until = end_of(minutes.drafted_at, days=assembly.book.number(parameter))
    return Window(until_at=until, article=assembly.book.article(parameter)) if now < until else None
