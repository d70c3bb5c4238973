"""The ground that every app stands on: the site's languages, and text that exists in several of them."""

from cms.languages.fields import TranslatedTextField
from cms.languages.reader import language_of_the_reader
from cms.languages.sorting import sort_key
from cms.languages.text import LANGUAGES, Said, TranslatedText, translated

__all__ = [
    "LANGUAGES",
    "Said",
    "TranslatedText",
    "TranslatedTextField",
    "language_of_the_reader",
    "sort_key",
    "translated",
]
