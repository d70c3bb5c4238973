"""A word's three forms, and the fields of a document made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import Stemmer

from search.language.ar import ARABIC
from search.language.en import ENGLISH
from search.language.es import SPANISH
from search.language.fr import FRENCH
from search.language.others import other
from search.language.ru import RUSSIAN
from search.language.words import Language, fold, grams_of, replaced, words_of

LANGUAGES: Mapping[str, Language] = {
    language.code: language for language in (ENGLISH, FRENCH, SPANISH, ARABIC, RUSSIAN)
}
REMEMBERED = 200_000
# Longer "words" are noise, and Elasticsearch would split them where the embedded engine does not.
LONGEST_WORD = 64
# Stands in an empty group, so that both engines count the same number of documents that have the field.
EMPTY = "\u2205"


class Forms(NamedTuple):
    """Each value ends in a space, so that a field is a plain join; all are empty for a stop word but `words`."""

    stem: str
    fold: str
    gram: str
    words: str


class Analyser(dict[str, Forms]):
    """Word → forms in one language, remembered: nine words of ten have been met before."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.stemmer = Stemmer.Stemmer(language.stemmer, 0) if language.stemmer else None

    def __missing__(self, word: str) -> Forms:
        if len(self) > REMEMBERED:
            self.clear()
        self[word] = forms = self.analysed(word)
        return forms

    def analysed(self, word: str) -> Forms:
        plain = fold(word)[:LONGEST_WORD]
        if (word if self.stemmer else plain) in self.language.stops:
            return Forms("", "", "", plain + " ")
        return Forms(self.stem(word[:LONGEST_WORD]) + " ", plain + " ", " ".join(grams_of(plain)) + " ", plain + " ")

    def stem(self, word: str) -> str:
        base = self.base(word if self.stemmer else fold(word))
        return replaced(fold(self.stemmer.stemWord(base)) if self.stemmer else base, self.language.after)

    def base(self, word: str) -> str:
        """The form that is stemmed: of an irregular word the regular one, also where something stands before it."""
        irregular = self.language.irregular
        if word in irregular:
            return irregular[word]
        bare = replaced(word, self.language.before)
        return irregular.get(bare, bare)

    def words(self, text: str) -> list[str]:
        return words_of(text, self.language)

    def rows(self, text: str) -> list[Forms]:
        return [self[word] for word in self.words(text)]


_analysers: dict[str, Analyser] = {}


def analyser(code: str) -> Analyser:
    """The one of `code`, of which a region counts for nothing (pt-BR). Without a module a language has what Snowball
    knows of it; what Snowball does not know is folded and cut into grams."""
    if code not in _analysers:
        plain = code.lower().replace("_", "-").split("-")[0]
        _analysers[code] = Analyser(LANGUAGES.get(plain) or other(plain))
    return _analysers[code]


class Fields(NamedTuple):
    """The text fields of an engine document, tokens separated by spaces."""

    title_stem: str
    title_fold: str
    title_gram: str
    all_stem: str
    all_fold: str
    all_gram: str
    words: str


def columns(rows: list[Forms]) -> list[str]:
    """All stems, all folded words, all grams and all words of these rows, each end to end."""
    return ["".join(column) for column in zip(*rows, strict=True)] or [""] * len(Forms._fields)


# What a work says: in which language, whether in a title, the words.
Said = list[tuple[str, bool, list[str]]]


def said_by(passages: Iterable[tuple[str, str, str]], labels: Iterable[tuple[str, str]]) -> Said:
    """The words of one work: `passages` are (language, title, text), `labels` (language, text)."""
    found: Said = []
    for language, heading, text in passages:
        words = analyser(language)
        found += [(language, True, words.words(heading)), (language, False, words.words(text))]
    return found + [(language, False, analyser(language).words(label)) for language, label in labels]


def fields_of(said: Said) -> Fields:
    """The fields of one work, all its translations in the same ones: never a field per language, because the engines
    count such fields differently (engines.md)."""
    titles: list[Forms] = []
    texts: list[Forms] = []
    for language, is_title, words in said:
        (titles if is_title else texts).extend(map(analyser(language).__getitem__, words))
    title, text = columns(titles), columns(texts)
    whole = [above + below or EMPTY for above, below in zip(title, text, strict=True)]
    return Fields._make([*(column or EMPTY for column in title[:-1]), *whole])
