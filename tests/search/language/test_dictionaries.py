"""Reading thesauri and word lists, and saying what is wrong with one."""

import gzip
import json
from pathlib import Path

import pytest

from search.language.dictionaries import DIGITS, NotALexicon, thesaurus, word_list


def base64_of(value: int) -> str:
    digits = DIGITS[value % 64]
    while value := value // 64:
        digits = DIGITS[value % 64] + digits
    return digits


def dictd(folder: Path, entries: dict[str, str], name: str = "spa-eng.dict") -> Path:
    """The two files of a dictionary for dictd; the path of its index."""
    content, rows = b"", []
    for word, entry in entries.items():
        said = entry.encode()
        rows.append(f"{word}\t{base64_of(len(content))}\t{base64_of(len(said))}")
        content += said
    (folder / "spa-eng.index").write_text("\n".join(rows), encoding="utf-8")
    (folder / name).write_bytes(gzip.compress(content) if name.endswith(".dz") else content)
    return folder / "spa-eng.index"


def written(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_a_thesaurus_gives_its_labels_by_language(tmp_path: Path) -> None:
    topics = [
        {"identifier": "1", "labels": {"en": "WATER", "es": ["AGUA", ""], "??": "x"}},
        {"identifier": "2", "labels": {"en": "ALONE"}},
        {"identifier": "3"},
        "no concept",
    ]

    assert thesaurus(written(tmp_path, "a.json", {"about": "x", "topics": topics})) == [
        {"en": ["WATER"], "es": ["AGUA"]}
    ]
    assert thesaurus(written(tmp_path, "b.json", topics)) == [{"en": ["WATER"], "es": ["AGUA"]}]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("{", "is not JSON"), ({"topics": []}, "names nothing in two languages"), ([1], "names nothing"), ("7", "names")],
)
def test_what_is_no_thesaurus_is_refused_with_a_sentence(tmp_path: Path, content: object, sentence: str) -> None:
    with pytest.raises(NotALexicon, match=sentence):
        thesaurus(written(tmp_path, "a.json", content))


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.tsv"
    path.write_bytes("niño\tchild".encode("latin-1"))

    with pytest.raises(NotALexicon, match="not written in UTF-8"):
        word_list(path, "es", "en")


def test_a_list_with_tabs_gives_words_and_translations(tmp_path: Path) -> None:
    text = "# a remark\tx\nniño\tchild; kid, boy\tnoun\n\nalone\n\t\nagua\twater\n"

    assert word_list(written(tmp_path, "es-en.tsv", text), "es", "en") == [
        {"es": ["niño"], "en": ["child", "kid", "boy"]},
        {"es": ["agua"], "en": ["water"]},
    ]


@pytest.mark.parametrize("name", ["spa-eng.dict", "spa-eng.dict.dz"])
def test_a_dictionary_for_dictd_is_read_plain_and_packed(tmp_path: Path, name: str) -> None:
    entries = {
        "00-database-info": "00-database-info\nNobody's words",
        "niño": "niño /ˈniɲo/ <n, masc>\n1. child (young)\n2. boy, kid\n Synonym: chico\n",
        "agua": 'agua /ˈaɣwa/\nwater\n"agua dulce"\n',
        "y": "y /i/\n",
    }
    index = dictd(tmp_path, entries, name)

    found = word_list(index, "es", "en")

    assert found == [{"es": ["niño"], "en": ["child", "boy", "kid"]}, {"es": ["agua"], "en": ["water"]}]
    assert word_list(tmp_path / name, "es", "en") == found


def test_a_dictionary_without_its_entries_or_with_a_broken_index_is_refused(tmp_path: Path) -> None:
    alone = written(tmp_path, "alone.index", "agua\tA\tB")
    with pytest.raises(NotALexicon, match=r"there is no alone\.dict"):
        word_list(alone, "es", "en")

    index = dictd(tmp_path, {"agua": "agua\nwater"})
    index.write_text("agua\t!\tB", encoding="utf-8")
    with pytest.raises(NotALexicon, match="no number to base 64"):
        word_list(index, "es", "en")


def test_a_list_without_a_single_translation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotALexicon, match="holds no word with a translation"):
        word_list(written(tmp_path, "empty.tsv", "agua\n"), "es", "en")
