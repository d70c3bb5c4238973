from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from search.actions.lexicons import keep_lexicon
from search.language.dictionaries import NotALexicon, thesaurus


class Command(BaseCommand):
    help = "Imports a multilingual thesaurus (JSON), from which the search learns to look across languages."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="concepts, each with “labels” by language")
        parser.add_argument("--name", default="", help="what it is called here; the file’s name otherwise")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            concepts = thesaurus(path)
        except (NotALexicon, OSError) as error:
            raise CommandError(str(error)) from error
        kept = keep_lexicon(options["name"] or path.name, concepts, now=timezone.now())
        self.stdout.write(f"{len(concepts)} concepts in {kept.languages} are kept as “{kept.name}”.")
        self.stdout.write("The search learns from them at its next rebuild: manage.py search_rebuild.")
