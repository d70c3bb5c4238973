"""Importing thesauri and word lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from search.language.lexicon import Concept
from search.models import Lexicon


def keep_lexicon(name: str, concepts: Sequence[Concept], *, now: datetime) -> Lexicon:
    """In place of the one of that name, if there is one. The next rebuild learns from it."""
    languages = sorted({language for concept in concepts for language in concept})
    lexicon, _is_new = Lexicon.objects.update_or_create(
        name=name,
        defaults={"languages": " ".join(languages), "concepts": list(concepts), "imported_at": now},
    )
    return lexicon
