from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.actions import rebuild
from search.engines.protocol import SearchUnavailable


class Command(BaseCommand):
    help = "Builds the search index anew beside the live one, and swaps it in."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = rebuild(now=timezone.now())
        except SearchUnavailable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The index holds {count} works.")
