import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from governance.ledger.queries import verify


class Command(BaseCommand):
    help = "Walks the ledger from its first entry and names the first one that is broken."

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = verify()
        figures = {"entries": verdict.entries, "head": verdict.head, "holds": verdict.holds}
        if verdict.broken is not None:
            self.stdout.write(json.dumps({**figures, "broken": verdict.broken.n}))
            raise CommandError(f"Entry {verdict.broken.n} {verdict.broken.reason}.")
        self.stdout.write(f"The chain holds from the first entry to {verdict.head or 'the start'}.")
        self.stdout.write(json.dumps(figures))
