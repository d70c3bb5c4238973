"""The names under which Django's cache keeps things.

Wagtail keeps the addresses of the sites' roots for an hour, and clears them in the process that changed them alone.
Under a name that says what they were made from, every process has the right ones.
"""

from hashlib import blake2b

from django.db import DEFAULT_DB_ALIAS, connections
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY

from cms.front.memos import memo

ROOTS = """SELECT site.id, site.hostname, site.port, site.is_default_site, home.url_path, home.locale_id
FROM wagtailcore_site site
JOIN wagtailcore_page root ON root.id = site.root_page_id
JOIN wagtailcore_page home ON home.translation_key = root.translation_key
ORDER BY site.id, home.id"""


def key_of(key: str, prefix: str, version: int) -> str:
    """As Django makes it, but for that one key."""
    if key == SITE_ROOT_PATHS_CACHE_KEY:
        key = f"{key}:{mark_of_now()}"
    return f"{prefix}:{version}:{key}"


def mark_of_now() -> str:
    """Inside a transaction, what was known before it: there Wagtail clears its own, and asks a great many times."""
    if connections[DEFAULT_DB_ALIAS].in_atomic_block:
        return mark_of_roots.latest() or ""
    return mark_of_roots()


@memo
def mark_of_roots() -> str:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(ROOTS)
        return blake2b(repr(cursor.fetchall()).encode(), digest_size=8).hexdigest()
