"""Catalogues are compiled without gettext's programs, and only when they changed."""

import gettext
import os
from pathlib import Path

from infra.compile_messages import compile_catalogue

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "kite"
msgstr "cerf-volant"
"""


def written(folder: Path) -> Path:
    source = folder / "fr" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE)
    return source


def test_a_catalogue_is_compiled_so_that_gettext_reads_it(tmp_path: Path) -> None:
    source = written(tmp_path)

    assert compile_catalogue(source)

    with source.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("kite") == "cerf-volant"


def test_a_compiled_catalogue_is_left_alone_until_its_source_changes(tmp_path: Path) -> None:
    source = written(tmp_path)
    compile_catalogue(source)

    assert not compile_catalogue(source)

    later = source.with_suffix(".mo").stat().st_mtime + 10
    os.utime(source, (later, later))
    assert compile_catalogue(source)
