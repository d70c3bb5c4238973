from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from governance.assembly.models import Assembly
from governance.assembly.rules.proxies import Obstacle
from governance.assembly.rules.words import FOLLOWING, State


class AssemblyRefused(Exception):
    """What cannot be done in this meeting now; the sentence is for the person who tried."""


PROXY = {
    Obstacle.NOT_RUNNING: _("Proxies can be given once the roll is frozen and until the assembly closes."),
    Obstacle.TOO_LATE: _("The time for giving proxies is over. Register and vote yourself."),
    Obstacle.ONESELF: _("Choose another organisation to vote for yours."),
    Obstacle.GIVER_MAY_NOT_VOTE: _("Your organisation may not vote in this assembly, so it has no vote to give."),
    Obstacle.HOLDER_MAY_NOT_VOTE: _("This organisation may not vote in this assembly. Choose another."),
    Obstacle.STANDING_ONE: _("Your organisation has given a proxy already. Take it back first."),
    Obstacle.GIVER_IS_PRESENT: _("Your organisation is registered and votes itself. Leave the assembly first."),
    Obstacle.GIVER_HOLDS: _("Your organisation holds a proxy itself and cannot pass its vote on."),
    Obstacle.HOLDER_GAVE: _("This organisation has given its own vote to another. Choose one that takes part itself."),
    Obstacle.CAP: _("This organisation holds as many proxies as one member may. Choose another."),
}


def locked(assembly: Assembly) -> Assembly:
    """The meeting as it is now, held until the transaction ends."""
    return Assembly.objects.select_for_update(of=("self",)).get(pk=assembly.pk)


def move(assembly: Assembly, *, to: State) -> None:
    """One step forward; AssemblyRefused otherwise. The caller saves."""
    if FOLLOWING[State(assembly.state)] != to:
        message = _("This assembly is in the state “%(state)s”, so that cannot be done now.")
        raise AssemblyRefused(message % {"state": assembly.get_state_display()})
    assembly.state = to
