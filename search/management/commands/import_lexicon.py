from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from search.actions.lexicons import keep_lexicon
from search.language.dictionaries import CODE, NotALexicon, word_list


class Command(BaseCommand):
    help = "Imports a bilingual word list (separated by tabs, or for dictd), from which the search learns to translate."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, help="lines of “word TAB translation; translation”, or .index/.dict(.dz)"
        )
        parser.add_argument("--languages", nargs=2, required=True, metavar=("FROM", "TO"), help="such as: es en")
        parser.add_argument("--name", default="", help="what it is called here; the file’s name otherwise")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        source, target = (code.lower() for code in options["languages"])
        if source == target or not (CODE.match(source) and CODE.match(target)):
            raise CommandError(f"“{source} {target}” are not the codes of two languages, such as: es en.")
        try:
            concepts = word_list(path, source, target)
        except (NotALexicon, OSError, EOFError) as error:
            raise CommandError(str(error)) from error
        kept = keep_lexicon(options["name"] or path.name, concepts, now=timezone.now())
        self.stdout.write(f"{len(concepts)} words from {source} to {target} are kept as “{kept.name}”.")
        self.stdout.write("The search learns from them at its next rebuild: manage.py search_rebuild.")
