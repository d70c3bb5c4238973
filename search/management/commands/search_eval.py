import json
import tempfile
import uuid
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from search.actions.evaluation import evaluate
from search.engines.configured import engines_at
from search.engines.protocol import SearchUnavailable
from search.language.guessing import guessed
from search.language.lexicon import Concept
from search.queries.concepts import concepts
from search.rules.collections import NotACollection, read_collection


class Command(BaseCommand):
    help = "Indexes a test collection apart from the live index, asks all its questions and prints one JSON object."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="holds docs.jsonl, queries.jsonl and qrels.tsv")
        parser.add_argument("--engine", choices=["embedded", "elasticsearch"], default="embedded")

    def handle(self, *args: Any, **options: Any) -> None:
        url = settings.ELASTICSEARCH_URL if options["engine"] == "elasticsearch" else ""
        if options["engine"] == "elasticsearch" and not url:
            raise CommandError("Set ELASTICSEARCH_URL to measure Elasticsearch.")
        try:
            collection = read_collection(options["folder"], guess=guessed)
            for remark in collection.remarks:
                self.stderr.write(remark)
            with tempfile.TemporaryDirectory(prefix="plenary-eval-") as folder:
                engine = engines_at(url, f"{settings.SEARCH_INDEX_NAME}-eval-{uuid.uuid4().hex[:8]}", Path(folder))[0]
                figures = evaluate(engine, collection, self.known_concepts())
        except (NotACollection, SearchUnavailable, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(figures))

    def known_concepts(self) -> list[Concept]:
        """What the site itself would learn from; a database that was not made yet has nothing to learn from."""
        try:
            return list(concepts())
        except DatabaseError as error:
            self.stderr.write(f"No lexicon is used, the database does not answer: {error}")
            return []
