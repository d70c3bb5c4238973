"""Writing down what changed, in the transaction that changes it. Connected by actions.watching; nothing else writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from cms.models.facets import Facet
from search.models import JournalEntry, VocabularyEdition
from search.rules.journal import What
from search.rules.kinds import Source, id_of

Receiver = Callable[..., None]
Naming = Callable[[Any], tuple[What, object]]


def note(what: What, which: object = "") -> JournalEntry:
    """Without a number yet: it gets one after the commit (actions.replaying)."""
    return JournalEntry.objects.create(what=what, which=str(which))


def one(source: Source, *, by: str = "pk") -> Naming:
    """One document: that of the row itself, or of the row that `by` names."""
    return lambda instance: (What.WORK, id_of(source, getattr(instance, by)))


def all_of(what: What, *, by: str = "pk") -> Naming:
    """All documents that belong to a group, an assembly, an organisation."""
    return lambda instance: (what, getattr(instance, by))


def receiver(naming: Naming, *, columns: frozenset[str] = frozenset()) -> Receiver:
    """For `post_save` and `post_delete`. A save that names its columns, with none of `columns` among them, changes
    nothing that can be found: the page's draft, the hour of somebody's sign-in."""

    def told(sender: type[Model], instance: Model, **kwargs: Any) -> None:
        saved = kwargs.get("update_fields")
        if columns and saved is not None and columns.isdisjoint(saved):
            return
        note(*naming(instance))

    return told


def tree_changed(sender: type[Model], **kwargs: Any) -> None:
    """A page moved, or who may see pages changed: any page may be concerned."""
    note(What.PAGES)


def label_changed(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, Facet) and not kwargs.get("raw") and not kwargs.get("created"):
        note(What.STUDIES)


def vocabulary_changed(sender: type[Model], **kwargs: Any) -> None:
    """A value came, went or was worded anew, however it was written: what was read before is not kept."""
    VocabularyEdition.begin_another()
