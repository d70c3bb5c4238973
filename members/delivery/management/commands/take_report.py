import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from members.delivery.tasks import report_returned


class Command(BaseCommand):
    help = "Take one mail that came back to a return path from standard input, as a mail server pipes it."

    def handle(self, *args: Any, **options: Any) -> None:
        if not report_returned(sys.stdin.buffer.read(), timezone.now()):
            raise CommandError("This is no report of a mail of ours, or it was counted before.")
