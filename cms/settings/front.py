"""The full-page cache (`cms.front`): which pages may be kept, and by which fields of their address."""

from cms.settings import environment as env

PAGE = r"[1-9]\d{0,3}"
WORDS = r"[^\x00-\x1f\x7f]{0,100}"
CHOICE = r"[A-Za-z0-9][A-Za-z0-9._/-]{0,79}"
YEAR = r"(\d{4})?"
FACETS = (
    "place", "stage", "article", "theme", "action", "instrument", "children", "target", "outcome", "organisation",
    "participation", "language", "off", "also",
)  # fmt: skip

SEARCH = {
    "q": WORDS,
    "sort": r"[a-z_]{0,20}",
    "from": YEAR,
    "to": YEAR,
    **dict.fromkeys(FACETS, CHOICE),
}

# Views that say the same to every reader who is not signed in. All else is private. A field that is not named is
# not told to the view; a value that does not fit goes past the cache.
PUBLIC_VIEWS: dict[str, dict[str, str]] = {
    "wagtail_serve": {"page": PAGE},
    "search:studies": {**SEARCH, "page": PAGE},
    "search:feed": SEARCH,
    "search:complete": {"q": WORDS},
    "search:help": {},
    "plan:plan": {},
    "plan:children": {},
    "children": {},
    "feed-news": {},
    "feed-events": {},
    "feed-publications": {},
    "feed-case-studies": {},
    "bulletin:archive": {},
    "bulletin:issue": {},
}
FRONT_BYTES = int(env.text("FRONT_BYTES", default=str(64_000_000)))
