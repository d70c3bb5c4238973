"""Run as a program with DATABASE_URL: makes the ledger's tables and fills them, or tells what is in them.

The tests that kill senders need a database that other processes see, which the tests' own is not on SQLite.

    python -m tests.members.delivery.ledger_of_its_own fill 60 reader refuse defer
    python -m tests.members.delivery.ledger_of_its_own tell
"""

import json
import sys

import django


def fill(number: int, names: list[str]) -> None:
    """So many addresses, named in turn: the name chooses the weather of infra/ci/smtp_server.py."""
    from django.core.management import call_command
    from django.utils import timezone

    from tests.factories.delivery import dispatch_to

    call_command("migrate", "delivery", verbosity=0)
    addresses = (f"{names[n % len(names)]}{n}@lantern.example" for n in range(number))
    dispatch_to(*addresses, now=timezone.now())


def tell() -> dict[str, object]:
    from django.db.models import Count

    from members.delivery.models import Delivery, Dispatch
    from members.delivery.queries import progress_of
    from members.delivery.rules import DeliveryState

    dispatch = Dispatch.objects.get()
    states = Delivery.objects.values_list("state").annotate(n=Count("pk")).order_by("state")
    doubtful = Delivery.objects.filter(state=DeliveryState.UNCERTAIN).order_by("address")
    return {
        "states": dict(states),
        "tally": progress_of(dispatch).by_state,
        "uncertain": list(doubtful.values_list("address", flat=True)),
    }


def main(arguments: list[str]) -> None:
    django.setup()
    if arguments[0] == "fill":
        fill(int(arguments[1]), arguments[2:])
    else:
        sys.stdout.write(json.dumps(tell()))


if __name__ == "__main__":
    main(sys.argv[1:])
