"""Importing a thesaurus or a word list, and what the search learns from it."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from search.actions.rebuilding import rebuild
from search.engines.configured import engines
from search.models import Lexicon
from search.queries.concepts import concepts
from search.rules.questions import Query
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def imported(command: str, path: Path, content: str, *options: str) -> str:
    path.write_text(content, encoding="utf-8")
    out = StringIO()
    call_command(command, str(path), *options, stdout=out)
    return out.getvalue()


def labels(**said: str) -> str:
    return json.dumps({"topics": [{"labels": said}]})


def test_a_thesaurus_is_kept_once_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "topics.json"
    imported("import_thesaurus", path, labels(en="OLD", es="VIEJO"))

    said = imported("import_thesaurus", path, labels(en="WATER", es="AGUA", fr="EAU"))

    assert "1 concepts in en es fr are kept as “topics.json”." in said
    (kept,) = Lexicon.objects.all()
    assert (str(kept), kept.concepts) == ("topics.json", [{"en": ["WATER"], "es": ["AGUA"], "fr": ["EAU"]}])
    assert {"en": ["WATER"], "es": ["AGUA"], "fr": ["EAU"]} in list(concepts())


def test_a_word_list_is_kept_beside_it(tmp_path: Path) -> None:
    said = imported("import_lexicon", tmp_path / "es-en.tsv", "pozo\twell\n", "--languages", "es", "en")

    assert said.startswith("1 words from es to en are kept as “es-en.tsv”.")
    assert Lexicon.objects.get().concepts == [{"es": ["pozo"], "en": ["well"]}]


@pytest.mark.parametrize(("codes", "sentence"), [(("es", "es"), "not the codes"), (("es", "?!"), "not the codes")])
def test_two_languages_are_wanted(tmp_path: Path, codes: tuple[str, str], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        imported("import_lexicon", tmp_path / "a.tsv", "pozo\twell\n", "--languages", *codes)


def test_a_file_that_teaches_nothing_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is not JSON"):
        imported("import_thesaurus", tmp_path / "a.json", "{")
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_thesaurus", str(tmp_path / "missing.json"))
    with pytest.raises(CommandError, match="holds no word"):
        imported("import_lexicon", tmp_path / "a.tsv", "", "--languages", "es", "en")


def numbers(text: str, language: str) -> list[int]:
    return [hit.number for hit in engines()[0].search(Query(text=text, language=language)).hits]


@pytest.mark.usefixtures("site_engine")
def test_after_a_rebuild_a_question_finds_what_is_written_in_another_language(
    site_root: SiteRoot, tmp_path: Path
) -> None:
    well = study(site_root.home("en"), "A borehole at last")
    rebuild(now=timezone.now())
    before = numbers("perforación", "es")

    imported("import_lexicon", tmp_path / "es-en.tsv", "perforación\tborehole\n", "--languages", "es", "en")
    rebuild(now=timezone.now())

    assert before == []
    assert numbers("perforación", "es") == [well.pk]


@pytest.mark.usefixtures("site_engine")
def test_the_vocabularies_alone_teach_to_look_across_languages(site_root: SiteRoot) -> None:
    """“Juvenile justice” is a theme; no study of this one is filed under it."""
    court = study(site_root.home("en"), "A court that deals with juvenile offenders")
    rebuild(now=timezone.now())

    assert numbers("justicia juvenil", "es") == [court.pk]
