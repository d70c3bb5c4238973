"""Questions about what was sent and to whom."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Sum, When
from django.db.models.functions import Coalesce

from cms.languages.text import site_language
from members.delivery.models import Delivery, Dispatch, Rendering
from members.delivery.rules import IN_HAND, TAKEN, DeliveryState, TokenRefused, read_token


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How many of a dispatch came to which state; `waiting` are those that did not come to any yet."""

    total: int
    by_state: dict[str, int]

    @property
    def waiting(self) -> int:
        return self.total - sum(self.by_state.values())

    @property
    def accepted(self) -> int:
        """Taken by the relay, whatever came back later."""
        return sum(self.by_state.get(state, 0) for state in TAKEN)

    @property
    def bounced(self) -> int:
        return self.by_state.get(DeliveryState.BOUNCED, 0)

    @property
    def complained(self) -> int:
        return self.by_state.get(DeliveryState.COMPLAINED, 0)

    @property
    def uncertain(self) -> int:
        return self.by_state.get(DeliveryState.UNCERTAIN, 0)


def progress_of(dispatch: Dispatch) -> Progress:
    sums = dispatch.tallies.values("state").annotate(sum=Sum("n")).order_by("state")
    return Progress(total=dispatch.total, by_state={row["state"]: row["sum"] for row in sums if row["sum"]})


def with_figures(dispatches: QuerySet[Dispatch]) -> QuerySet[Dispatch]:
    """Each with `accepted` and `doubtful`, and what it is called by `subject`, in the one query of the list."""
    return with_subjects(dispatches).annotate(
        accepted=Coalesce(Sum("tallies__n", filter=Q(tallies__state__in=TAKEN)), 0),
        doubtful=Coalesce(Sum("tallies__n", filter=Q(tallies__state=DeliveryState.UNCERTAIN)), 0),
    )


def with_subjects(dispatches: QuerySet[Dispatch]) -> QuerySet[Dispatch]:
    """Each with its `subject` as its readers see it, in the language of whoever asks if it was sent in that.

    `about` may be nothing but a mark by which whoever sent it finds it again.
    """
    own = Case(When(language=site_language(), then=0), default=1)
    said = Rendering.objects.filter(dispatch=OuterRef("pk")).exclude(subject="").order_by(own, "pk")
    return dispatches.annotate(subject=Coalesce(Subquery(said.values("subject")[:1]), "about"))


def refused_deliveries(dispatch: Dispatch) -> list[Delivery]:
    """By address, with what the relay said."""
    return list(dispatch.deliveries.filter(state=DeliveryState.REFUSED).order_by("address"))


def returned_deliveries(dispatch: Dispatch) -> list[Delivery]:
    """Bounced or complained about, by address, each with its `feedback`."""
    returned = dispatch.deliveries.filter(state__in=[DeliveryState.BOUNCED, DeliveryState.COMPLAINED])
    return list(returned.prefetch_related("feedback").order_by("address"))


def uncertain_deliveries(dispatch: Dispatch) -> list[Delivery]:
    """By address: a person has to say what became of each."""
    return list(dispatch.deliveries.filter(state=DeliveryState.UNCERTAIN).order_by("address"))


def delivery_of_token(token: str) -> Delivery | None:
    """The mail that a stop address stands in; None when the token is not ours or somebody changed it."""
    try:
        number = read_token(token, keys=stop_keys())
    except TokenRefused:
        return None
    return Delivery.objects.select_related("dispatch").filter(pk=number).first()


def stop_keys() -> list[bytes]:
    """The key ring, newest first: the newest signs, all verify."""
    ring: list[str] = [settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS)]
    return [f"members.delivery.stop:{key}".encode() for key in ring]


def is_anything_to_do(now: datetime) -> bool:
    """Mail that is due, or that a sender has, or had, in hand."""
    return Delivery.objects.due(now).exists() or Delivery.objects.filter(state__in=IN_HAND).exists()


def is_anything_to_finish() -> bool:
    """A dispatch that nobody called done: its sender died after the last mail."""
    return Dispatch.objects.sending().without_open_deliveries().exists()
