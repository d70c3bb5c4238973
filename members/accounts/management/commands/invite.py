from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cms.languages import LANGUAGES
from members.accounts import actions


class Command(BaseCommand):
    help = "Invites a person by e-mail to make an account."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="")
        parser.add_argument("--language", choices=LANGUAGES, default="en")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            invitation = actions.invite(
                options["email"],
                name=options["name"],
                language=options["language"],
                invited_by=None,
                now=timezone.now(),
            )
        except actions.InvitationRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Invited {invitation.email} until {invitation.until_at:%Y-%m-%d %H:%M} UTC.")
