from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.demo.second_factor import code_of_the_moment


class Command(BaseCommand):
    help = "Says the six digits that the demo's secretariat is asked for when it signs in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", nargs="?", default="secretary@kite.example")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        self.stdout.write(code_of_the_moment(email=email))
