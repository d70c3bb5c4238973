"""What a statement means for what is kept: nothing, that something changed, or that nothing can prove itself.

Everything counts that nobody excused: a table that is not named here is watched.
"""

import re
from enum import Enum
from functools import lru_cache

OWN = "cms_generation"

UNWATCHED = {
    "account_emailaddress": "how people sign in; a page that shows it is theirs alone",
    "account_emailconfirmation": "how people sign in; a page that shows it is theirs alone",
    "delivery_delivery": "mail on its way: thousands of rows in a minute, and no public page shows one",
    "delivery_gate": "how fast mail may leave",
    "delivery_sender": "which process sends, said again with every mail",
    "delivery_tally": "how fast mail may leave",
    "django_migrations": "tables change at a deployment, which starts every process anew",
    "django_session": "written at every sign-in; pages of signed-in people are never kept",
    "groups_readmark": "what a member has read; groups are never public",
    "mfa_authenticator": "how people sign in; a page that shows it is theirs alone",
    "search_journalentry": "written with the page that it is about; the index says itself when it has followed",
    "search_journalhead": "written with the page that it is about; the index says itself when it has followed",
    "search_daysalt": "sums of what was searched, written with every few questions; only the admin shows them",
    "search_savedmatch": "what a member was mailed; shown to nobody",
    "search_savedsearch": "what a member keeps for themselves, and when it is looked at next",
    "search_searchsum": "sums of what was searched, written with every few questions; only the admin shows them",
    "usersessions_usersession": "where a person is signed in; shown to them alone",
    "wagtailadmin_editingsession": "who has the editor open, every few seconds",
    "wagtailadmin_formstate": "what the editor keeps between two requests",
    "wagtailcore_comment": "what editors say to each other beside a draft",
    "wagtailcore_commentreply": "what editors say to each other beside a draft",
    "wagtailcore_modellogentry": "who changed what; the change itself counts",
    "wagtailcore_pagelogentry": "who changed what; the change itself counts",
    "wagtailcore_pagesubscription": "which editor hears of which page",
    "wagtailcore_referenceindex": "what the admin says about uses; written after what it is about",
    "wagtailcore_revision": "drafts: publishing writes the page itself",
    "wagtailcore_taskstate": "drafts on their way to being published",
    "wagtailcore_uploadedfile": "files on their way in",
    "wagtailcore_workflowstate": "drafts on their way to being published",
    "wagtailsearch_indexentry": "the admin's search",
    "wagtailsearch_indexentry_fts": "the admin's search",
    "wagtailusers_userprofile": "how an editor likes the admin",
}
# An UPDATE of these columns alone changes what editors see, or nothing that anybody sees.
QUIET_COLUMNS = {
    "wagtailcore_page": {
        "draft_title", "has_unpublished_changes", "latest_revision_id", "latest_revision_created_at", "locked",
        "locked_at", "locked_by_id",
    },
    "accounts_user": {"last_login", "password"},
}  # fmt: skip
# Wagtail keeps more of these in its caches than SQL can prove.
HARD = {"wagtailcore_site", "wagtailcore_locale", "cms_plenaryimage"}

NAME = r'"?([A-Za-z_]\w*)"?'
WRITE = re.compile(
    rf"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|MERGE\s+INTO|UPDATE(?:\s+ONLY)?|DELETE\s+FROM(?:\s+ONLY)?)\s+{NAME}",
    re.IGNORECASE,
)
UPDATED = re.compile(r'\s*UPDATE\s+"\w+"\s+SET\s+(.*?)(?:\sWHERE\s|$)', re.IGNORECASE | re.DOTALL)
COLUMN = re.compile(r'(?:^|,\s)"(\w+)" = ')
READ = re.compile(r"\s*\(*\s*(?:SELECT|WITH|VALUES)\b", re.IGNORECASE)
READS_FROM = re.compile(rf"\b(?:FROM|JOIN)\s+{NAME}", re.IGNORECASE)
WRITING_WORD = re.compile(r"\b(?:INSERT|UPDATE|DELETE|MERGE)\s+(?:INTO|FROM|ONLY|\")", re.IGNORECASE)
SCHEMA = re.compile(r"\s*(?:CREATE|ALTER|DROP|COMMENT|REINDEX|VACUUM|ANALYZE|GRANT|REVOKE)\b", re.IGNORECASE)
UNDOING = re.compile(r"\s*ROLLBACK\s+TO\b", re.IGNORECASE)
STEERING = re.compile(
    r"\s*(?:BEGIN|START|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|PRAGMA|SET|RESET|SHOW|EXPLAIN|LOCK|DECLARE|FETCH|CLOSE"
    r"|LISTEN|UNLISTEN|NOTIFY|DISCARD|DEALLOCATE|PREPARE|CHECKPOINT)\b",
    re.IGNORECASE,
)


class Effect(Enum):
    NOTHING = "nothing"
    READ = "read"
    CHANGED = "changed"
    CHANGED_HARD = "changed hard"
    SCHEMA = "schema"
    UNDONE = "undone"


@lru_cache(maxsize=2048)
def effect_of(sql: str) -> Effect:
    """A statement that is none of those known here counts as a change."""
    if READ.match(sql):
        if OWN in sql:
            return Effect.NOTHING
        hides_a_write = sql.lstrip(" (\n")[:4].upper() == "WITH" and WRITING_WORD.search(sql)
        return Effect.CHANGED if hides_a_write else Effect.READ
    if found := WRITE.match(sql):
        return _of_a_write(found.group(1), sql)
    if SCHEMA.match(sql):
        return Effect.SCHEMA
    if UNDOING.match(sql):
        return Effect.UNDONE
    return Effect.NOTHING if STEERING.match(sql) else Effect.CHANGED


def _of_a_write(table: str, sql: str) -> Effect:
    if table in UNWATCHED or table == OWN:
        return Effect.NOTHING
    if table in QUIET_COLUMNS and _columns(sql) and _columns(sql) <= QUIET_COLUMNS[table]:
        return Effect.NOTHING
    return Effect.CHANGED_HARD if table in HARD else Effect.CHANGED


def _columns(sql: str) -> set[str]:
    """The columns that an UPDATE sets, as Django writes it; empty for anything else."""
    found = UPDATED.match(sql)
    return set(COLUMN.findall(found.group(1))) if found else set()


@lru_cache(maxsize=2048)
def reads_unwatched(sql: str) -> bool:
    """Whether the answer may change without anybody hearing of it."""
    return not UNWATCHED.keys().isdisjoint(READS_FROM.findall(sql))
