"""The tokens of those who may see a document. A document carries those that open it, a reader those that he is.

`public` opens the case studies of the public search, and `anyone` what else everybody may read: so the public search,
whose readers are `public` alone, hears of nothing but studies, in its hits, counts, completions, corrections and
similar studies alike, whoever reads it.
"""

from __future__ import annotations

PUBLIC, ANYONE, MEMBER, STAFF = "public", "anyone", "member", "staff"


def person(pk: int) -> str:
    return f"user:{pk}"


def organisation(pk: int) -> str:
    """Who acts for it today, while it is a member or observer."""
    return f"organisation:{pk}"


def group(pk: int) -> str:
    """Who belongs to a working group today, in whichever role."""
    return f"group:{pk}"


def body(pk: int) -> str:
    """Who holds an office in a committee today."""
    return f"body:{pk}"


def restriction(pk: int) -> str:
    """Whom a page's lowest restriction lets in, and all those above it."""
    return f"restriction:{pk}"
