import socket
import sys
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cms.demo import build
from cms.demo.serve import serve

SIGN_INS = (
    ("member, speaks for Lantern Forum", "teodora"),
    ("co-chair of a working group", "noor"),
    ("executive committee, its chair", "hana"),
    ("secretariat, needs a code: make demo-code", "secretary"),
)


class Command(BaseCommand):
    help = "Builds the Kite network where there is none yet, and serves it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--build-only", action="store_true", help="Build, and do not serve.")

    def handle(self, *args: Any, port: int, build_only: bool, **options: Any) -> None:
        if not build_only:
            self.refuse_a_taken_port(port)
        self.say(build.prepare_tables())
        if not build.is_built():
            self.say(build.build(now=timezone.now()))
        if build_only:
            return
        build.point_the_site_at(port=port)
        self.welcome(f"http://127.0.0.1:{port}")
        address = {
            "DEBUG": "0",
            "DJANGO_SETTINGS_MODULE": "cms.settings.dev",
            "SITE_ADDRESS": f"http://127.0.0.1:{port}",
        }
        code = serve(port=port, environment=address)
        self.stdout.write("\nStopped. What you changed is kept; make demo-reset starts over.")
        sys.exit(code)

    def say(self, steps: Iterable[str]) -> None:
        for step in steps:
            self.stdout.write(f"{step} …")
            self.stdout.flush()

    def refuse_a_taken_port(self, port: int) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as error:
                message = f"Port {port} is in use. Stop what uses it, or choose another: make demo PORT={port + 1}"
                raise CommandError(message) from error

    def welcome(self, address: str) -> None:
        lines = [
            "",
            f"  Public site       {address}/",
            f"  Members’ space    {address}/en/today/",
            f"  Secretariat       {address}/admin/",
            f"  API               {address}/api/content/v1/openapi.json",
            "",
            f"  Sign in with the password  {build.sign_in_password()}  (press “Use a password instead”)",
            *(f"    {key + '@kite.example':24} {who}" for who, key in SIGN_INS),
            "",
            "  Mails that leave are written to var/mail/. Ctrl-C stops.",
            "",
        ]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()
