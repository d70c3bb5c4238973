"""Names in the order of the reader's dictionaries, by the database: PostgreSQL has ICU, SQLite is told `sort_key`."""

from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models import F, Func

from cms.languages.sorting import sort_key
from cms.languages.text import site_language


class InOrder(Func):
    """`organisations.order_by(in_order("name"))`: Écho after Delta, and Ñandú after Nube in Spanish alone.

    In the language of the page on which it is asked: the choices of a form are composed once, long before.
    """

    template = "%(expressions)s COLLATE %(collation)s"

    def as_sql(self, compiler: Any, connection: BaseDatabaseWrapper, *args: Any, **extra_context: Any) -> Any:
        name = collation_of(site_language(), vendor=connection.vendor)
        return super().as_sql(compiler, connection, *args, **extra_context, collation=connection.ops.quote_name(name))


def in_order(field: str) -> InOrder:
    return InOrder(F(field))


def collation_of(language: str, *, vendor: str) -> str:
    """ICU's come with PostgreSQL, one for each language that the CLDR knows."""
    return f"{language.split('-')[0]}-x-icu" if vendor == "postgresql" else f"words_{language}"


def teach(sender: object, connection: BaseDatabaseWrapper, **_more: Any) -> None:
    """A new connection to SQLite knows the languages of the site."""
    if connection.vendor == "sqlite" and connection.connection is not None:
        for language, _name in settings.LANGUAGES:
            collation = collation_of(language, vendor="sqlite")
            connection.connection.create_collation(collation, comparing(language))


def comparing(language: str) -> Any:
    def compare(one: str, other: str) -> int:
        here, there = sort_key(one, language), sort_key(other, language)
        return (here > there) - (here < there)

    return compare


def teach_every_connection() -> None:
    connection_created.connect(teach, dispatch_uid="names in order")
