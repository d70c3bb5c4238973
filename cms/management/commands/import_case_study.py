"""manage.py import_case_study FILE… [--dry-run] [--json]: files of the series become drafts of the library."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.case_studies.drafts import FIELDS
from cms.case_studies.files import FileRefused, Source, read_file
from cms.case_studies.importing import import_study
from cms.case_studies.libraries import ImportRefused
from cms.case_studies.reading import study_of
from cms.case_studies.report import as_json, in_words, label_of
from cms.case_studies.values import Study

# What a folder is looked through for; other files in it are named and passed over.
ENDINGS = (".pdf", ".docx", ".txt", ".doc", ".docm", ".rtf", ".odt")


class Command(BaseCommand):
    help = (
        "Turns case studies of the series (PDF with a text layer, Word .docx, plain text; single files, or folders of "
        "them) into drafts. A second time updates them, but for what an editor changed since."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="read and report, change nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object as the last line")
        parser.add_argument(
            "--replace", action="store_true", help="take the file's words also where an editor changed a draft since"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        entries = [self.one(path, **options) for given in options["files"] for path in self.files_at(given)]
        if options["json"]:
            self.stdout.write(json.dumps({"files": entries}, ensure_ascii=False))
        refused = [entry["file"] for entry in entries if "error" in entry]
        if refused:
            raise CommandError(_("Not imported: %(files)s") % {"files": ", ".join(refused)})

    def one(self, path: Path, *, dry_run: bool, replace: bool, **_options: Any) -> dict[str, Any]:
        self.stdout.write(str(path))
        try:
            source = read_file(path)
            study = study_of(source.paper)
            told = [] if dry_run else self.imported(study, source=source, replace=replace)
        except (FileRefused, ImportRefused) as refusal:
            self.stdout.write(f"  ! {refusal}")
            return {"file": str(path), "error": str(refusal)}
        self.stdout.write("\n".join(in_words(study)))
        entry = as_json(study, file=str(path))
        return {**entry, "warnings": [*entry["warnings"], *told]}

    def imported(self, study: Study, *, source: Source, replace: bool) -> list[str]:
        """What is to be said of the draft."""
        chosen = frozenset(FIELDS) if replace else frozenset[str]()
        imported = import_study(study, source=source, now=timezone.now(), replace=chosen)
        said = _("Made the draft “%(title)s”.") if imported.is_new else _("Updated the draft “%(title)s”.")
        self.stdout.write("  " + said % {"title": imported.page.title})
        if not imported.kept:
            return []
        kept = _("Left as an editor changed it: %(fields)s. To take the file’s words, import again with --replace.") % {
            "fields": ", ".join(map(label_of, imported.kept))
        }
        self.stdout.write(f"  ! {kept}")
        return [kept]

    def files_at(self, given: Path) -> list[Path]:
        """A folder stands for the papers in it and below, by name."""
        if not given.is_dir():
            return [given]
        every = sorted(path for path in given.rglob("*") if path.is_file() and not path.name.startswith((".", "~$")))
        for path in every:
            if path.suffix.lower() not in ENDINGS:
                self.stdout.write(_("Passed over: %(file)s") % {"file": path})
        return [path for path in every if path.suffix.lower() in ENDINGS]
