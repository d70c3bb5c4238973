"""Writing down what changed, in the transaction that changes it. Connected in search.apps; nothing else writes here."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Model

from cms.models import CaseStudyPage
from cms.models.facets import Facet
from search.models import JournalEntry, JournalHead, VocabularyEdition
from search.rules.journal import What


@transaction.atomic
def note(what: What, which: str = "") -> JournalEntry:
    return JournalEntry.objects.create(sequence=JournalHead.next_number(), what=what, which=which)


def page_saved(sender: type[Model], instance: CaseStudyPage, **kwargs: Any) -> None:
    """Published, changed or unpublished. A draft's autosave names the columns that it writes, and `live` is not one."""
    columns = kwargs.get("update_fields")
    if columns is None or "live" in columns:
        note(What.WORK, str(instance.translation_key))


def page_deleted(sender: type[Model], instance: CaseStudyPage, **kwargs: Any) -> None:
    note(What.WORK, str(instance.translation_key))


def tree_changed(sender: type[Model], **kwargs: Any) -> None:
    """A page moved, or who may see pages changed: any study may be concerned."""
    note(What.EVERYTHING)


def label_changed(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, Facet) and not kwargs.get("raw") and not kwargs.get("created"):
        note(What.EVERYTHING)


def vocabulary_changed(sender: type[Model], **kwargs: Any) -> None:
    """A value came, went or was worded anew, however it was written: what was read before is not kept."""
    VocabularyEdition.begin_another()
