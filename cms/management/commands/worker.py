import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from cms.worker import look_until


class Command(BaseCommand):
    help = "Does what is due in the background, mail and search among it, until it is stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: stop.set())
        self.stdout.write("The worker is running. Ctrl-C stops it.")
        look_until(stop)
