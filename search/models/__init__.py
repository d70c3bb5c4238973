"""What the search keeps in the database: how far the index is, what members saved, sums of what was asked."""

from search.models.index import IndexVersion, JournalEntry, JournalHead, Lexicon, VocabularyEdition
from search.models.saved import SavedMatch, SavedSearch
from search.models.sums import DaySalt, SearchSum

__all__ = [
    "DaySalt",
    "IndexVersion",
    "JournalEntry",
    "JournalHead",
    "Lexicon",
    "SavedMatch",
    "SavedSearch",
    "SearchSum",
    "VocabularyEdition",
]
