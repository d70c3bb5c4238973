import json
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.actions.evaluation import evaluate
from search.engines.configured import engines_at
from search.engines.protocol import SearchUnavailable


class Command(BaseCommand):
    help = "Indexes a test collection apart from the live index, asks all its questions and prints one JSON object."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="holds docs.jsonl, queries.jsonl and qrels.tsv")
        parser.add_argument("--engine", choices=["embedded", "elasticsearch"], default="embedded")

    def handle(self, *args: Any, **options: Any) -> None:
        url = settings.ELASTICSEARCH_URL if options["engine"] == "elasticsearch" else ""
        if options["engine"] == "elasticsearch" and not url:
            raise CommandError("Set ELASTICSEARCH_URL to measure Elasticsearch.")
        with tempfile.TemporaryDirectory(prefix="plenary-eval-") as folder:
            engine = engines_at(url, f"{settings.SEARCH_INDEX_NAME}-eval", Path(folder))[0]
            try:
                figures = evaluate(engine, options["folder"])
            except (SearchUnavailable, OSError) as error:
                raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(figures))
