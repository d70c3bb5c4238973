"""manage.py import_case_study FILE… [--dry-run] [--json]: files of the series become drafts of the library."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from cms.case_studies.files import FileRefused, read_file
from cms.case_studies.importing import ImportRefused, import_study
from cms.case_studies.reading import read_study
from cms.case_studies.report import as_json, in_words


class Command(BaseCommand):
    help = "Turns case studies of the series (text files, or folders of them) into drafts; a second time updates them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="read and report, change nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")

    def handle(self, *_args: Any, **options: Any) -> None:
        entries = [self.one(path, **options) for given in options["files"] for path in files_at(given)]
        if options["json"]:
            self.stdout.write(json.dumps({"files": entries}, ensure_ascii=False))
        refused = [entry["file"] for entry in entries if "error" in entry]
        if refused:
            raise CommandError(_("Not imported: %(files)s") % {"files": ", ".join(refused)})

    def one(self, path: Path, *, dry_run: bool, **_options: Any) -> dict[str, Any]:
        self.stdout.write(str(path))
        try:
            source = read_file(path)
            study = read_study(source.text)
            if not dry_run:
                imported = import_study(study, source=source)
                said = _("Made the draft “%(title)s”.") if imported.is_new else _("Updated the draft “%(title)s”.")
                self.stdout.write("  " + said % {"title": imported.page.title})
        except (FileRefused, ImportRefused) as refusal:
            self.stdout.write(f"  ! {refusal}")
            return {"file": str(path), "error": str(refusal)}
        self.stdout.write("\n".join(in_words(study)))
        return as_json(study, file=str(path))


def files_at(given: Path) -> list[Path]:
    """A folder stands for the text files in it, by name."""
    return sorted(given.glob("*.txt")) if given.is_dir() else [given]
