"""What may be counted of what people search for, so that the sums lead to nobody."""

from __future__ import annotations

import hashlib
import hmac
import re

from search.rules.questions import Query, Sort

RARE = 5  # asked less often than this in a day, a question's words are never written down
LONGEST = 100
# An address, a telephone number, a date of birth: whoever types these looks for a person.
PERSONAL = re.compile(r"@|\d[\d\s().+/-]{4,}\d")


def normalised(text: str) -> str:
    """The same words in any case, with any spaces between them; what may be about a person is nothing."""
    words = " ".join(text.lower().split())
    return "" if len(words) > LONGEST or PERSONAL.search(words) else words


def is_first_asking(query: Query) -> bool:
    """Turning pages, filtering and sorting are no new question."""
    is_plain = not query.filters and not query.off and not query.also and query.sort is Sort.RELEVANCE
    return bool(query.text) and is_plain and query.page == 1


def mark_of(words: str, *, salt: str) -> str:
    """Stands for the words as long as the day's salt is known, and for nothing afterwards."""
    return hmac.new(salt.encode(), words.encode(), hashlib.sha256).hexdigest()[:32]
